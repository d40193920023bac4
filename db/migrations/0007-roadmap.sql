-- Bets: output work that names the key results it should move.

create table initiative (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  title text not null,
  owner_id uuid,
  team_id uuid,
  starts_on date,
  ends_on date,
  state text not null default 'planned' check (state in ('planned', 'doing', 'done', 'dropped')),
  state_changed_at timestamptz,
  -- Its owner's alone: what bets on a private objective would tell of it.
  private boolean not null default false,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, owner_id) references member (organisation_id, id),
  foreign key (organisation_id, team_id) references team (organisation_id, id),
  check (starts_on <= ends_on),
  check (not private or owner_id is not null)
);
create index initiative_dates on initiative (organisation_id, coalesce(starts_on, ends_on, 'infinity'::date), id);
create index initiative_owner on initiative (organisation_id, owner_id);
create index initiative_team on initiative (organisation_id, team_id);
select shared.belongs_to_organisation('initiative', :'app_role');

create table bet (
  organisation_id uuid not null,
  initiative_id uuid not null,
  key_result_id uuid not null,
  -- By how much, in the key result's unit; negative is down, null when not said.
  expected_move numeric(30, 10),
  -- In the order they were named.
  rank smallint not null,
  primary key (organisation_id, initiative_id, key_result_id),
  foreign key (organisation_id, initiative_id) references initiative (organisation_id, id) on delete cascade,
  foreign key (organisation_id, key_result_id) references key_result (organisation_id, id) on delete cascade
);
create index bet_key_result on bet (organisation_id, key_result_id);
select shared.belongs_to_organisation('bet', :'app_role');
