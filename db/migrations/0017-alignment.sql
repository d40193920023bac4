-- What one team asks of another, and how well the work of a cycle serves the imperatives.

create table dependency (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  cycle_id uuid not null,
  title text not null,
  -- The team that asks and the team that is asked.
  from_team_id uuid not null,
  on_team_id uuid not null,
  -- The objective that needs it; it stays asked when the objective goes.
  objective_id uuid,
  due_on date not null,
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined', 'withdrawn', 'done')),
  -- Why it was declined.
  reason text not null default '',
  proposed_by uuid not null,
  state_by uuid not null,
  state_at timestamptz not null,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, cycle_id) references cycle (organisation_id, id) on delete cascade,
  foreign key (organisation_id, from_team_id) references team (organisation_id, id) on delete cascade,
  foreign key (organisation_id, on_team_id) references team (organisation_id, id) on delete cascade,
  foreign key (organisation_id, proposed_by) references member (organisation_id, id),
  foreign key (organisation_id, state_by) references member (organisation_id, id),
  check (from_team_id <> on_team_id)
);
create index dependency_cycle on dependency (organisation_id, cycle_id, due_on, id);
create index dependency_from on dependency (organisation_id, from_team_id);
create index dependency_on on dependency (organisation_id, on_team_id);
create index dependency_objective on dependency (organisation_id, objective_id);
select shared.belongs_to_organisation('dependency', :'app_role');

-- What the alignment index knows of each objective. It outlives the objective until the sums have let go of it.
create table alignment_fact (
  organisation_id uuid not null references organisation on delete cascade,
  objective_id uuid not null,
  cycle_id uuid not null,
  -- Open or closed, and no private one.
  counted boolean not null,
  leaf boolean not null,
  upkeep boolean not null,
  headcount integer not null,
  energy numeric(5, 2),
  -- Active imperatives that its line leads to, sorted.
  reach uuid[] not null,
  -- Objectives that it supports, whether themselves or one of their key results.
  above uuid[] not null,
  key_results integer not null,
  measurable integer not null,
  primary key (organisation_id, objective_id)
);
create index alignment_fact_cycle on alignment_fact (organisation_id, cycle_id);
select shared.belongs_to_organisation('alignment_fact', :'app_role');

-- The sums over those of a cycle.
create table alignment_standing (
  organisation_id uuid not null,
  cycle_id uuid not null,
  counts jsonb not null,
  primary key (organisation_id, cycle_id),
  foreign key (organisation_id, cycle_id) references cycle (organisation_id, id) on delete cascade
);
select shared.belongs_to_organisation('alignment_standing', :'app_role');

-- How many changes there were that the explaining list may show: as long as it is the same, so is the list.
create table alignment_change (
  organisation_id uuid not null references organisation on delete cascade,
  changes bigint not null,
  primary key (organisation_id)
);
select shared.belongs_to_organisation('alignment_change', :'app_role');

-- The index of a cycle as it stood at the end of each day on which it changed.
create table alignment_day (
  organisation_id uuid not null,
  cycle_id uuid not null,
  day date not null,
  -- 0–100; null where no part had data.
  index numeric(13, 10),
  -- Part → 0–100 in text, or null where it was left out.
  parts jsonb not null,
  primary key (organisation_id, cycle_id, day),
  foreign key (organisation_id, cycle_id) references cycle (organisation_id, id) on delete cascade
);
select shared.belongs_to_organisation('alignment_day', :'app_role');
