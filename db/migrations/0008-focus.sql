-- What I will do this week.

create table intention (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  member_id uuid not null,
  -- The first day of its week, in the member's zone.
  week_of date not null,
  text text not null,
  key_result_id uuid,
  initiative_id uuid,
  done_at timestamptz,
  let_go_at timestamptz,
  carried_from uuid,
  rank integer not null default 0,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, member_id) references member (organisation_id, id),
  foreign key (organisation_id, key_result_id) references key_result (organisation_id, id) on delete cascade,
  foreign key (organisation_id, initiative_id) references initiative (organisation_id, id) on delete cascade,
  check (num_nonnulls(key_result_id, initiative_id) = 1)
);
create index intention_week on intention (organisation_id, member_id, week_of desc, rank);
create index intention_key_result on intention (organisation_id, key_result_id);
create index intention_initiative on intention (organisation_id, initiative_id);
select shared.belongs_to_organisation('intention', :'app_role');
