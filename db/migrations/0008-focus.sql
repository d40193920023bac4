-- What I will do this week. An intention is its member's alone.

create table intention (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  member_id uuid not null,
  -- The first day of its week, in the member's zone.
  week_of date not null,
  text text not null,
  -- What it is tied to; kept when that is removed, so that nobody's plan goes with another's work.
  key_result_id uuid,
  initiative_id uuid,
  done_at timestamptz,
  let_go_at timestamptz,
  -- The intention of an earlier week that goes on as this one.
  carried_from uuid,
  rank integer not null default 0,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, member_id) references member (organisation_id, id),
  check (num_nonnulls(key_result_id, initiative_id) = 1)
);
create index intention_week on intention (organisation_id, member_id, week_of desc, rank);
create unique index intention_carried on intention (organisation_id, carried_from);
select shared.belongs_to_organisation('intention', :'app_role');
