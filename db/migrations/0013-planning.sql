-- What people say about a line, and plans: drafts that nothing counts until they are activated.

create table comment (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  -- 'plan', 'draft-objective', …: whoever may see it may read what is said.
  subject_kind text not null,
  subject_id uuid not null,
  -- The first comment of the thread that it answers; null where it is the first itself.
  reply_to_id uuid,
  author_id uuid not null,
  text text not null,
  resolved_by uuid,
  resolved_at timestamptz,
  changed_at timestamptz,
  -- Its text is gone then, and its replies stay.
  removed_at timestamptz,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, reply_to_id) references comment (organisation_id, id),
  foreign key (organisation_id, author_id) references member (organisation_id, id)
);
create index comment_subject on comment (organisation_id, subject_id, created_at, id);
create index comment_reply on comment (organisation_id, reply_to_id);
select shared.belongs_to_organisation('comment', :'app_role');

-- Percent of a team's capacity that plans should place at most.
alter table organisation add column planned_energy numeric(5, 2) not null default 100
  check (planned_energy between 0 and 100);

-- What its owner said of reaching it when they accepted it, 0 to 10; null where nobody asked.
alter table key_result add column first_confidence smallint check (first_confidence between 0 and 10);

create table plan (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  cycle_id uuid not null,
  level text not null check (level in ('company', 'team', 'personal')),
  team_id uuid,
  -- Whose personal plan it is.
  owner_id uuid,
  state text not null default 'drafting'
    check (state in ('drafting', 'in-review', 'changes-asked', 'approved', 'activated', 'discarded')),
  -- What it was before it was discarded.
  state_before text,
  round integer not null default 1,
  opened_by uuid not null,
  asked_by uuid,
  asked_at timestamptz,
  -- Until then reviewers answer: a local day and time, where each of them is.
  closes_on date,
  closes_at time,
  activated_by uuid,
  activated_at timestamptz,
  changed_at timestamptz not null,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, cycle_id) references cycle (organisation_id, id),
  foreign key (organisation_id, team_id) references team (organisation_id, id),
  foreign key (organisation_id, owner_id) references member (organisation_id, id),
  check ((level = 'team') = (team_id is not null)),
  check ((level = 'personal') = (owner_id is not null)),
  check ((closes_on is null) = (closes_at is null))
);
create index plan_cycle on plan (organisation_id, cycle_id, created_at, id);
create index plan_team on plan (organisation_id, team_id);
create index plan_owner on plan (organisation_id, owner_id);
-- One open plan at a time, for a cycle, of the company, a team or a member.
create unique index plan_open on plan
  (organisation_id, cycle_id, coalesce(team_id, owner_id, '00000000-0000-0000-0000-000000000000'))
  where state not in ('activated', 'discarded');
select shared.belongs_to_organisation('plan', :'app_role');

create table plan_reviewer (
  organisation_id uuid not null,
  plan_id uuid not null,
  member_id uuid not null,
  verdict text not null default 'waiting' check (verdict in ('waiting', 'approved', 'changes')),
  note text not null default '',
  answered_at timestamptz,
  -- They had approved, and a line changed since.
  changed_since boolean not null default false,
  -- In the order they were named.
  rank smallint not null,
  primary key (organisation_id, plan_id, member_id),
  foreign key (organisation_id, plan_id) references plan (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
create index plan_reviewer_member on plan_reviewer (organisation_id, member_id);
select shared.belongs_to_organisation('plan_reviewer', :'app_role');

-- Who looks at a plan: older than 45 seconds is gone.
create table plan_presence (
  organisation_id uuid not null,
  plan_id uuid not null,
  member_id uuid not null,
  line_id uuid,
  seen_at timestamptz not null,
  primary key (organisation_id, plan_id, member_id),
  foreign key (organisation_id, plan_id) references plan (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade
);
select shared.belongs_to_organisation('plan_presence', :'app_role');

create table draft_objective (
  organisation_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  title text not null,
  why text not null default '',
  commitment text not null default 'committed' check (commitment in ('committed', 'aspirational', 'learning')),
  owner_id uuid,
  -- Percent of the owning team's capacity; null when not stated.
  energy numeric(5, 2) check (energy between 0 and 100),
  -- What it will support: something of the line, or another draft, of whichever plan. Judged again when it is activated.
  parent_kind text check (parent_kind in ('imperative', 'objective', 'key-result', 'draft-objective')),
  parent_id uuid,
  mode text not null default 'supports' check (mode in ('contributes', 'supports')),
  weight numeric(7, 2) not null default 1 check (weight >= 0),
  private boolean not null default false,
  -- As it is, whatever the coach says.
  kept_as_is boolean not null default false,
  rank integer not null,
  removed_at timestamptz,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references plan (organisation_id, id) on delete cascade,
  foreign key (organisation_id, owner_id) references member (organisation_id, id),
  check ((parent_kind is null) = (parent_id is null))
);
create index draft_objective_plan on draft_objective (organisation_id, plan_id, rank, id);
create index draft_objective_parent on draft_objective (organisation_id, parent_id);
select shared.belongs_to_organisation('draft_objective', :'app_role');

create table draft_key_result (
  organisation_id uuid not null,
  id uuid not null,
  draft_objective_id uuid not null,
  title text not null,
  owner_id uuid,
  -- As the contract says it, decimals in text; the start and target of a metric may be null.
  measure jsonb not null,
  unit text not null default '',
  decimals smallint not null default 0 check (decimals between 0 and 6),
  weight numeric(7, 2) not null default 1 check (weight >= 0),
  source text not null default '',
  kept_as_is boolean not null default false,
  -- Of its owner.
  answer text not null default 'waiting' check (answer in ('waiting', 'accepted', 'declined')),
  confidence smallint check (confidence between 0 and 10),
  reason text not null default '',
  answered_at timestamptz,
  rank integer not null,
  removed_at timestamptz,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, draft_objective_id) references draft_objective (organisation_id, id) on delete cascade,
  foreign key (organisation_id, owner_id) references member (organisation_id, id)
);
create index draft_key_result_objective on draft_key_result (organisation_id, draft_objective_id, rank, id);
select shared.belongs_to_organisation('draft_key_result', :'app_role');

create table draft_initiative (
  organisation_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  title text not null,
  owner_id uuid,
  starts_on date,
  ends_on date,
  -- The plan's owner's alone: what moves a private draft would tell of it.
  private boolean not null default false,
  rank integer not null,
  removed_at timestamptz,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references plan (organisation_id, id) on delete cascade,
  foreign key (organisation_id, owner_id) references member (organisation_id, id),
  check (starts_on <= ends_on)
);
create index draft_initiative_plan on draft_initiative (organisation_id, plan_id, rank, id);
select shared.belongs_to_organisation('draft_initiative', :'app_role');

create table draft_move (
  organisation_id uuid not null,
  draft_initiative_id uuid not null,
  draft_key_result_id uuid not null,
  -- By how much, in the key result's unit; negative is down, null when not said.
  expected_move numeric(30, 10),
  rank smallint not null,
  primary key (organisation_id, draft_initiative_id, draft_key_result_id),
  foreign key (organisation_id, draft_initiative_id) references draft_initiative (organisation_id, id) on delete cascade,
  foreign key (organisation_id, draft_key_result_id) references draft_key_result (organisation_id, id) on delete cascade
);
create index draft_move_key_result on draft_move (organisation_id, draft_key_result_id);
select shared.belongs_to_organisation('draft_move', :'app_role');

-- What an organisation saved to begin from; those built in stand in the program.
create table objective_template (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  title text not null,
  why text not null default '',
  commitment text not null check (commitment in ('committed', 'aspirational', 'learning')),
  -- [{title, measure, unit, decimals, weight, source}], measured as draft key results are.
  key_results jsonb not null,
  saved_by uuid not null,
  body_hash bytea not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, saved_by) references member (organisation_id, id)
);
create index objective_template_newest on objective_template (organisation_id, created_at desc, id);
select shared.belongs_to_organisation('objective_template', :'app_role');
