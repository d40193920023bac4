-- What people report, and what they ask of each other.

create table check_in (
  organisation_id uuid not null,
  id uuid not null,
  key_result_id uuid not null,
  member_id uuid not null,
  value numeric(30, 10),
  -- The milestones done, where the key result is of that type.
  milestones_done jsonb,
  confidence smallint not null check (confidence between 0 and 10),
  what_changed text not null default '',
  blocker text not null default '',
  body_hash bytea not null,
  version integer not null default 1,
  recorded_at timestamptz not null,
  edited_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, key_result_id) references key_result (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
create index check_in_key_result on check_in (organisation_id, key_result_id, recorded_at desc, id desc);
create index check_in_member on check_in (organisation_id, member_id, recorded_at desc);
select shared.belongs_to_organisation('check_in', :'app_role');

create table ask (
  organisation_id uuid not null,
  id uuid not null,
  check_in_id uuid not null,
  key_result_id uuid not null,
  from_member_id uuid not null,
  to_member_id uuid not null,
  text text not null,
  reply text not null default '',
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, check_in_id) references check_in (organisation_id, id) on delete cascade,
  foreign key (organisation_id, key_result_id) references key_result (organisation_id, id) on delete cascade,
  foreign key (organisation_id, from_member_id) references member (organisation_id, id),
  foreign key (organisation_id, to_member_id) references member (organisation_id, id)
);
create index ask_to on ask (organisation_id, to_member_id, closed_at, created_at desc);
create index ask_check_in on ask (organisation_id, check_in_id);
select shared.belongs_to_organisation('ask', :'app_role');
