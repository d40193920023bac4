-- The top of the line.

create table strategy_statement (
  organisation_id uuid not null references organisation on delete cascade,
  kind text not null check (kind in ('vision', 'mission')),
  text text not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (organisation_id, kind)
);
select shared.belongs_to_organisation('strategy_statement', :'app_role');

create table imperative (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  statement text not null,
  why text not null default '',
  -- Percent of the organisation's priority; null when not stated.
  priority_share numeric(5, 2) check (priority_share between 0 and 100),
  horizon text not null default '',
  rank integer not null,
  body_hash bytea not null,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id)
);
create index imperative_rank on imperative (organisation_id, rank, id);
select shared.belongs_to_organisation('imperative', :'app_role');
