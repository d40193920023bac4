-- Cycles, objectives, key results, health metrics and the links that make the line.

create table cycle (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  parent_id uuid,
  name text not null,
  kind text not null check (kind in ('year', 'half', 'quarter', 'custom')),
  starts_on date not null,
  ends_on date not null,
  state text not null default 'planning' check (state in ('planning', 'active', 'closing', 'closed')),
  -- The rhythm: every N weeks on an ISO weekday, by a local time.
  check_in_weeks smallint not null default 1 check (check_in_weeks between 1 and 13),
  check_in_day smallint not null default 3 check (check_in_day between 1 and 7),
  check_in_time time not null default '17:00',
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references cycle (organisation_id, id),
  check (starts_on < ends_on)
);
create index cycle_dates on cycle (organisation_id, starts_on desc, id);
create unique index cycle_name on cycle (organisation_id, lower(name));
select shared.belongs_to_organisation('cycle', :'app_role');

create table objective (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  cycle_id uuid not null,
  level text not null check (level in ('company', 'team', 'personal')),
  team_id uuid,
  owner_id uuid,
  commitment text not null default 'committed' check (commitment in ('committed', 'aspirational', 'learning')),
  title text not null,
  why text not null default '',
  -- Percent of the owning team's capacity; null when not stated.
  energy numeric(5, 2) check (energy between 0 and 100),
  private boolean not null default false,
  upkeep boolean not null default false,
  state text not null default 'open' check (state in ('open', 'paused', 'dropped', 'postponed', 'closed')),
  state_reason text not null default '',
  -- For learning objectives.
  learned text check (learned in ('validated', 'invalidated', 'not-yet-observable')),
  -- Rolled up from its terms, 0..1 after clamping each; null when nothing counts.
  progress numeric(12, 10),
  -- The latest check-in beneath the objectives that contribute to it; null where nothing was reported.
  contributed_at timestamptz,
  overruled_status text check (overruled_status in ('on-track', 'at-risk', 'off-track')),
  overruled_reason text not null default '',
  overruled_by uuid,
  overruled_at timestamptz,
  rank integer not null default 0,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, cycle_id) references cycle (organisation_id, id),
  foreign key (organisation_id, team_id) references team (organisation_id, id),
  foreign key (organisation_id, owner_id) references member (organisation_id, id),
  check (level <> 'team' or team_id is not null),
  check (level <> 'personal' or owner_id is not null),
  check (not private or level = 'personal')
);
create index objective_cycle on objective (organisation_id, cycle_id, rank, id);
create index objective_team on objective (organisation_id, team_id, cycle_id);
create index objective_owner on objective (organisation_id, owner_id, cycle_id);
select shared.belongs_to_organisation('objective', :'app_role');

create table key_result (
  organisation_id uuid not null,
  id uuid not null,
  objective_id uuid not null,
  owner_id uuid,
  title text not null,
  type text not null check (type in ('metric', 'threshold', 'range', 'milestones', 'score-table', 'done', 'baseline', 'contributions')),
  unit text not null default '',
  decimals smallint not null default 0 check (decimals between 0 and 6),
  start_value numeric(30, 10),
  target_value numeric(30, 10),
  operator text check (operator in ('above', 'at-or-above', 'below', 'at-or-below')),
  risk_limit numeric(30, 10),
  low_value numeric(30, 10),
  high_value numeric(30, 10),
  -- [{id, title, weight, done}] where the type is milestones, [{id, title, score, done}] where it is a score table;
  -- weights and scores are decimals in text.
  milestones jsonb not null default '[]',
  -- [{on, value}], ascending, values as decimals in text; empty means a straight line.
  phased_targets jsonb not null default '[]',
  weight numeric(7, 2) not null default 1 check (weight >= 0),
  source text not null default '',
  state text not null default 'open' check (state in ('open', 'paused', 'dropped', 'postponed', 'closed')),
  state_reason text not null default '',
  -- The latest check-in, kept here so that a page reads one row. Where it is measured by contributions, last_check_in_at
  -- is the latest one beneath what contributes.
  current_value numeric(30, 10),
  last_confidence smallint,
  last_check_in_id uuid,
  last_check_in_at timestamptz,
  check_in_count integer not null default 0,
  -- Raw, unclamped: -0.2 and 1.1 are kept. Null when there is none.
  progress numeric(45, 10),
  overruled_status text check (overruled_status in ('on-track', 'at-risk', 'off-track')),
  overruled_reason text not null default '',
  overruled_by uuid,
  overruled_at timestamptz,
  rank integer not null default 0,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, objective_id) references objective (organisation_id, id) on delete cascade,
  foreign key (organisation_id, owner_id) references member (organisation_id, id),
  check (type <> 'metric' or (start_value is not null and target_value is not null and start_value <> target_value))
);
create index key_result_objective on key_result (organisation_id, objective_id, rank, id);
create index key_result_owner on key_result (organisation_id, owner_id);
select shared.belongs_to_organisation('key_result', :'app_role');

-- The target before each change, with the reason: graded against both at closing.
create table target_change (
  organisation_id uuid not null,
  id uuid not null,
  key_result_id uuid not null,
  -- {kind: 'metric', target} | {kind: 'threshold', target, riskLimit} | {kind: 'range', low, high}, decimals in text.
  before jsonb not null,
  after jsonb not null,
  reason text not null,
  member_id uuid not null,
  body_hash bytea not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, key_result_id) references key_result (organisation_id, id) on delete cascade
);
create index target_change_key_result on target_change (organisation_id, key_result_id, recorded_at);
select shared.belongs_to_organisation('target_change', :'app_role');

create table health_metric (
  organisation_id uuid not null,
  id uuid not null,
  objective_id uuid not null,
  owner_id uuid,
  title text not null,
  unit text not null default '',
  decimals smallint not null default 0 check (decimals between 0 and 6),
  operator text not null check (operator in ('above', 'at-or-above', 'below', 'at-or-below')),
  limit_value numeric(30, 10) not null,
  current_value numeric(30, 10),
  measured_at timestamptz,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, objective_id) references objective (organisation_id, id) on delete cascade,
  foreign key (organisation_id, owner_id) references member (organisation_id, id)
);
create index health_metric_objective on health_metric (organisation_id, objective_id);
select shared.belongs_to_organisation('health_metric', :'app_role');

-- An objective supports a parent: an objective, a key result or an imperative.
create table support (
  organisation_id uuid not null,
  id uuid not null,
  objective_id uuid not null,
  parent_objective_id uuid,
  parent_key_result_id uuid,
  imperative_id uuid,
  -- contributes counts in the roll-up; supports is drawn only.
  mode text not null check (mode in ('contributes', 'supports')),
  weight numeric(7, 2) not null default 1 check (weight >= 0),
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, objective_id) references objective (organisation_id, id) on delete cascade,
  foreign key (organisation_id, parent_objective_id) references objective (organisation_id, id) on delete cascade,
  foreign key (organisation_id, parent_key_result_id) references key_result (organisation_id, id) on delete cascade,
  foreign key (organisation_id, imperative_id) references imperative (organisation_id, id) on delete cascade,
  check (num_nonnulls(parent_objective_id, parent_key_result_id, imperative_id) = 1)
);
create unique index support_once on support (organisation_id, objective_id, coalesce(parent_objective_id, parent_key_result_id, imperative_id));
create index support_parent_objective on support (organisation_id, parent_objective_id);
create index support_parent_key_result on support (organisation_id, parent_key_result_id);
create index support_imperative on support (organisation_id, imperative_id);
select shared.belongs_to_organisation('support', :'app_role');

-- The words of the titles that jump finds, folded to lower case without accents. Under row-level security only
-- leakproof comparisons may use an index: words compared by their bytes do, LIKE and full-text search do not.
create table title_word (
  organisation_id uuid not null references organisation on delete cascade,
  word text collate "C" not null,
  kind text not null,
  subject_id uuid not null,
  title text not null,
  -- Whoever may see this objective may find the title; null where every member may.
  objective_id uuid,
  primary key (organisation_id, word, kind, subject_id)
);
create index title_word_subject on title_word (organisation_id, subject_id);
create index title_word_objective on title_word (organisation_id, objective_id);
select shared.belongs_to_organisation('title_word', :'app_role');
