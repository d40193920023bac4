-- Where people plan to be. Presence is what a member plans, never what they did: docs/guide/workplace.md.

-- Without a row what is planned is kept twelve months.
create table workplace_setting (
  organisation_id uuid primary key references organisation on delete cascade,
  keep_months integer not null check (keep_months between 1 and 60),
  version integer not null default 1
);
select shared.belongs_to_organisation('workplace_setting', :'app_role');

create table site (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  name text not null,
  -- The city.
  place text not null,
  time_zone text not null,
  -- Of its public holidays: ISO 3166-1, and the part of the country after its hyphen in ISO 3166-2. Empty: none.
  country text not null,
  region text not null,
  -- ISO weekday -> seats; a weekday that is absent is not counted, 0 is a day on which nobody can be in.
  seats jsonb not null,
  -- Whether those whose home site it is plan where they are.
  presence boolean not null default false,
  archived_at timestamptz,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id)
);
create unique index site_name on site (organisation_id, lower(name)) where archived_at is null;
select shared.belongs_to_organisation('site', :'app_role');

-- Days that the site's own calendar adds, by name, or strikes: then the public holiday of that day is worked.
create table site_holiday (
  organisation_id uuid not null,
  site_id uuid not null,
  day date not null,
  name text,
  primary key (organisation_id, site_id, day),
  foreign key (organisation_id, site_id) references site (organisation_id, id) on delete cascade
);
select shared.belongs_to_organisation('site_holiday', :'app_role');

create table workplace_member (
  organisation_id uuid not null,
  member_id uuid not null,
  -- The home site, or none.
  site_id uuid,
  -- ISO weekday -> [start, end] local times.
  focus_times jsonb not null,
  version integer not null default 1,
  primary key (organisation_id, member_id),
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade,
  foreign key (organisation_id, site_id) references site (organisation_id, id)
);
create index workplace_member_site on workplace_member (organisation_id, site_id);
select shared.belongs_to_organisation('workplace_member', :'app_role');

-- A usual week holds from its day until the next one begins, so that a past week reads as it was planned.
create table usual_week (
  organisation_id uuid not null,
  member_id uuid not null,
  from_day date not null,
  -- ISO weekday -> {"at": "home" | "office" | "travel" | "off", "siteId": id | null}
  days jsonb not null,
  primary key (organisation_id, member_id, from_day),
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade
);
select shared.belongs_to_organisation('usual_week', :'app_role');

-- One day that is planned otherwise than usual.
create table presence_day (
  organisation_id uuid not null,
  member_id uuid not null,
  day date not null,
  place text not null check (place in ('home', 'office', 'travel', 'off')),
  site_id uuid,
  primary key (organisation_id, member_id, day),
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade,
  foreign key (organisation_id, site_id) references site (organisation_id, id),
  check ((place = 'office') = (site_id is not null))
);
create index presence_day_old on presence_day (organisation_id, day);
create index presence_day_site on presence_day (organisation_id, site_id, day);
select shared.belongs_to_organisation('presence_day', :'app_role');

-- Days away. There is no column for a reason, and there will be none.
create table time_off (
  organisation_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  body_hash bytea not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade,
  check (starts_on <= ends_on)
);
create index time_off_member on time_off (organisation_id, member_id, ends_on);
create index time_off_old on time_off (organisation_id, ends_on);
select shared.belongs_to_organisation('time_off', :'app_role');
