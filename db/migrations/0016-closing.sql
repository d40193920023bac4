-- How a cycle ends: grades, closures, what goes on in the next cycle, and what people learned.

create table key_result_grade (
  organisation_id uuid not null,
  key_result_id uuid not null,
  -- What it was graded by: another check-in since then asks for another look.
  end_value numeric(30, 10),
  -- The suggested score then, one decimal; null where there was nothing to grade.
  suggested numeric(2, 1),
  score numeric(2, 1) check (score between 0 and 1),
  not_yet_observable boolean not null default false,
  note text not null default '',
  learned text not null default '',
  next_step text not null check (next_step in ('keep', 'change', 'drop')),
  member_id uuid not null,
  version integer not null default 1,
  graded_at timestamptz not null,
  primary key (organisation_id, key_result_id),
  foreign key (organisation_id, key_result_id) references key_result (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
select shared.belongs_to_organisation('key_result_grade', :'app_role');

create table objective_closure (
  organisation_id uuid not null,
  objective_id uuid not null,
  suggested numeric(2, 1),
  score numeric(2, 1) check (score between 0 and 1),
  outcome text check (outcome in ('validated', 'invalidated', 'not-yet-observable')),
  note text not null default '',
  learned text not null default '',
  next_step text not null check (next_step in ('keep', 'change', 'drop')),
  -- What was open and was closed with it: opened again with it too.
  closed_key_result_ids uuid[] not null default '{}',
  closed_objective boolean not null default true,
  member_id uuid not null,
  version integer not null default 1,
  closed_at timestamptz not null,
  primary key (organisation_id, objective_id),
  foreign key (organisation_id, objective_id) references objective (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
select shared.belongs_to_organisation('objective_closure', :'app_role');

-- What became of an ask that was open when its objective was closed.
create table ask_settlement (
  organisation_id uuid not null,
  ask_id uuid not null,
  settled text not null check (settled in ('closed', 'moved', 'left')),
  word text not null default '',
  member_id uuid not null,
  settled_at timestamptz not null,
  primary key (organisation_id, ask_id),
  foreign key (organisation_id, ask_id) references ask (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
select shared.belongs_to_organisation('ask_settlement', :'app_role');

-- A grade or an end value corrected after the cycle was closed; the original stays where it is.
create table grade_amendment (
  organisation_id uuid not null,
  id uuid not null,
  objective_id uuid not null,
  -- Null where the objective itself was graded anew.
  key_result_id uuid,
  score numeric(2, 1) check (score between 0 and 1),
  end_value numeric(30, 10),
  reason text not null,
  member_id uuid not null,
  body_hash bytea not null,
  amended_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, objective_id) references objective (organisation_id, id) on delete cascade,
  foreign key (organisation_id, key_result_id) references key_result (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id),
  check (num_nonnulls(score, end_value) > 0)
);
create index grade_amendment_objective on grade_amendment (organisation_id, objective_id, amended_at);
select shared.belongs_to_organisation('grade_amendment', :'app_role');

-- What an objective, key result or link became in another cycle. Kept when the successor is removed, so that rolling
-- over again does not bring back what somebody took away.
create table rolled_over (
  organisation_id uuid not null references organisation on delete cascade,
  from_id uuid not null,
  to_cycle_id uuid not null,
  kind text not null check (kind in ('objective', 'key-result', 'support')),
  to_id uuid not null,
  rolled_at timestamptz not null,
  primary key (organisation_id, from_id, to_cycle_id),
  foreign key (organisation_id, to_cycle_id) references cycle (organisation_id, id) on delete cascade
);
create unique index rolled_over_to on rolled_over (organisation_id, to_id);
select shared.belongs_to_organisation('rolled_over', :'app_role');

create table retrospective (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  cycle_id uuid not null,
  -- Null where it is the whole organisation's.
  team_id uuid,
  -- Whether who wrote is shown; chosen when it is started.
  named boolean not null,
  -- Opens by itself then; null where somebody opens it.
  opens_at timestamptz,
  opened_at timestamptz,
  member_id uuid not null,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, cycle_id) references cycle (organisation_id, id) on delete cascade,
  foreign key (organisation_id, team_id) references team (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
create unique index retrospective_once on retrospective
  (organisation_id, cycle_id, coalesce(team_id, '00000000-0000-0000-0000-000000000000'::uuid));
select shared.belongs_to_organisation('retrospective', :'app_role');

create table retrospective_note (
  organisation_id uuid not null,
  retrospective_id uuid not null,
  member_id uuid not null,
  helped text not null default '',
  hindered text not null default '',
  tries text not null default '',
  version integer not null default 1,
  written_at timestamptz not null,
  primary key (organisation_id, retrospective_id, member_id),
  foreign key (organisation_id, retrospective_id) references retrospective (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
select shared.belongs_to_organisation('retrospective_note', :'app_role');
