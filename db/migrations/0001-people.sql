-- Organisations, their members and teams.
-- Every table starts its keys with organisation_id and belongs to one organisation at a time, twice:
-- queries name it, and row-level security refuses the rest.

create schema if not exists shared;
grant usage on schema public, shared to :app_role;

-- Makes a table the property of one organisation at a time. The migrating role sees all rows (backup, restore);
-- the program's role sees those of the organisation its transaction named.
create function shared.belongs_to_organisation(tbl regclass, app_role name, verbs text default 'select, insert, update, delete')
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format($f$create policy of_the_organisation on %s to %I
    using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
    with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)$f$, tbl, app_role);
  execute format('create policy of_the_owner on %s to %I using (true) with check (true)', tbl, current_user);
  execute format('grant %s on %s to %I', verbs, tbl, app_role);
end $$;

-- Which organisations exist: read before any of them is opened (jobs, sign-in). Holds nothing else.
create table shared.organisation_directory (
  organisation_id uuid primary key,
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
grant select, insert, delete on shared.organisation_directory to :app_role;

create table organisation (
  organisation_id uuid primary key,
  name text not null,
  time_zone text not null,
  week_starts_on smallint not null default 1 check (week_starts_on between 1 and 7),
  fiscal_year_start_month smallint not null default 1 check (fiscal_year_start_month between 1 and 12),
  status_rule text not null default 'default' check (status_rule in ('default', 'pace-only', 'ratio', 'worst-key-result')),
  demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null
);
select shared.belongs_to_organisation('organisation', :'app_role');

create table member (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  identity_id text,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'champion', 'member', 'guest')),
  time_zone text not null,
  -- ISO weekday -> [start, end] local times; a weekday that is absent is not worked.
  working_hours jsonb not null default '{"1":["09:00","17:00"],"2":["09:00","17:00"],"3":["09:00","17:00"],"4":["09:00","17:00"],"5":["09:00","17:00"]}',
  place text not null default '',
  single_keys boolean not null default true,
  deactivated_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id)
);
create unique index member_email on member (organisation_id, lower(email));
create index member_identity on member (organisation_id, identity_id);
create index member_name on member (organisation_id, lower(name), id);
select shared.belongs_to_organisation('member', :'app_role');

create table team (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  parent_id uuid,
  name text not null,
  lead_id uuid,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references team (organisation_id, id),
  foreign key (organisation_id, lead_id) references member (organisation_id, id)
);
create index team_parent on team (organisation_id, parent_id);
create index team_lead on team (organisation_id, lead_id);
create unique index team_name on team (organisation_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));
select shared.belongs_to_organisation('team', :'app_role');

create table team_member (
  organisation_id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  primary key (organisation_id, team_id, member_id),
  foreign key (organisation_id, team_id) references team (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade
);
create index team_member_member on team_member (organisation_id, member_id);
select shared.belongs_to_organisation('team_member', :'app_role');

create table invitation (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  email text not null,
  name text not null default '',
  role text not null check (role in ('admin', 'champion', 'member', 'guest', 'owner')),
  team_id uuid,
  secret_hash bytea not null,
  invited_by uuid not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  body_hash bytea not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, secret_hash),
  foreign key (organisation_id, team_id) references team (organisation_id, id),
  foreign key (organisation_id, invited_by) references member (organisation_id, id)
);
create index invitation_email on invitation (organisation_id, lower(email));
create index invitation_newest on invitation (organisation_id, created_at desc, id desc);
select shared.belongs_to_organisation('invitation', :'app_role');

-- Deletes the organisation of the transaction whole, tables of later rooms included: each table goes once none that is
-- left refers to it. A cascade alone would stop at references between its branches.
create function shared.remove_organisation() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  gone constant uuid := nullif(current_setting('app.organisation_id', true), '')::uuid;
  left_over oid[] := array(
    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and a.attname = 'organisation_id' and not a.attisdropped);
  free oid;
begin
  while cardinality(left_over) > 0 loop
    select t into free from unnest(left_over) t
    where not exists (
      select from pg_constraint f
      where f.contype = 'f' and f.confrelid = t and f.conrelid <> t and f.conrelid = any (left_over))
    limit 1;
    if free is null then
      raise exception 'tables refer to each other in a circle';
    end if;
    execute format('delete from %s where organisation_id = $1', free::regclass) using gone;
    left_over := array_remove(left_over, free);
  end loop;
  delete from shared.organisation_directory where organisation_id = gone;
end $$;
revoke all on function shared.remove_organisation() from public;
grant execute on function shared.remove_organisation() to :app_role;
