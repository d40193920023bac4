-- What the organisation agreed on where and how to work, written as hypotheses: docs/guide/policies.md.

-- Who may write policies, beside the owners: given by name.
create table policy_right (
  organisation_id uuid not null,
  member_id uuid not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  primary key (organisation_id, member_id),
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade,
  foreign key (organisation_id, granted_by) references member (organisation_id, id)
);
select shared.belongs_to_organisation('policy_right', :'app_role');

create table policy (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('remote-first', 'hybrid-flexible', 'hybrid-anchored', 'office-first',
    'core-hours', 'overlap', 'meeting-free', 'writing-first', 'travel')),
  title text not null,
  owner_id uuid not null,
  starts_on date,
  decides_on date,
  -- The rest of the hypothesis as it is now: a draft, later with its amendments.
  words jsonb not null,
  -- All of it as it was sealed; null while it is a draft. Never changed.
  sealed jsonb,
  sealed_at timestamptz,
  sealed_by uuid,
  -- What the lot was drawn from, where one was.
  seed text,
  -- The latest decision, and the first day on which a stopped one covers nobody.
  decision text check (decision in ('keep', 'change', 'stop')),
  -- The policy whose decision to change began this one.
  previous_id uuid,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, owner_id) references member (organisation_id, id),
  foreign key (organisation_id, sealed_by) references member (organisation_id, id),
  foreign key (organisation_id, previous_id) references policy (organisation_id, id),
  check (num_nonnulls(sealed, sealed_at, sealed_by) in (0, 3)),
  check (sealed is null or (starts_on is not null and decides_on > starts_on))
);
create index policy_newest on policy (organisation_id, starts_on desc, id);
create unique index policy_previous on policy (organisation_id, previous_id);
select shared.belongs_to_organisation('policy', :'app_role');

-- Whatever asks: what was sealed stays as it was sealed.
create function shared.keep_sealed() returns trigger language plpgsql as $$
begin
  if old.sealed is not null and (new.sealed, new.sealed_at, new.sealed_by, new.seed, new.kind, new.starts_on)
      is distinct from (old.sealed, old.sealed_at, old.sealed_by, old.seed, old.kind, old.starts_on) then
    raise exception 'a sealed policy is amended, never changed' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger policy_keeps_sealed before update on policy for each row execute function shared.keep_sealed();

-- The teams that are compared, as the seal fixed them.
create table policy_team (
  organisation_id uuid not null,
  policy_id uuid not null,
  team_id uuid not null,
  arm text not null check (arm in ('covered', 'others', 'both')),
  -- Randomised on and off: for each pair whether its first block is covered.
  first_on boolean[],
  primary key (organisation_id, policy_id, team_id),
  foreign key (organisation_id, policy_id) references policy (organisation_id, id) on delete cascade,
  foreign key (organisation_id, team_id) references team (organisation_id, id)
);
create index policy_team_team on policy_team (organisation_id, team_id);
select shared.belongs_to_organisation('policy_team', :'app_role');

-- Whom a sealed policy covers, from a day to a day, both included; without a last day until further notice. A past
-- row is never changed but for a last day that was not known yet. Empty lists limit nothing.
create table policy_scope (
  organisation_id uuid not null,
  policy_id uuid not null,
  from_day date not null,
  to_day date,
  -- Each with the teams below it.
  team_ids uuid[] not null,
  except_team_ids uuid[] not null,
  site_ids uuid[] not null,
  roles text[] not null,
  primary key (organisation_id, policy_id, from_day),
  foreign key (organisation_id, policy_id) references policy (organisation_id, id) on delete cascade,
  check (to_day >= from_day)
);
select shared.belongs_to_organisation('policy_scope', :'app_role');

-- A member who is in the scope and not covered, with who agreed and why.
create table policy_exception (
  organisation_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  member_id uuid not null,
  approver_id uuid not null,
  reason text not null,
  from_day date not null,
  to_day date,
  body_hash bytea not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, policy_id) references policy (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade,
  foreign key (organisation_id, approver_id) references member (organisation_id, id),
  check (to_day >= from_day)
);
create index policy_exception_policy on policy_exception (organisation_id, policy_id, member_id);
create index policy_exception_member on policy_exception (organisation_id, member_id);
select shared.belongs_to_organisation('policy_exception', :'app_role');

-- What was changed after the seal, beside what was sealed.
create table policy_amendment (
  organisation_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  member_id uuid not null,
  reason text not null,
  -- Field -> [was, is].
  changes jsonb not null,
  body_hash bytea not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, policy_id) references policy (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
create index policy_amendment_policy on policy_amendment (organisation_id, policy_id, recorded_at);
select shared.belongs_to_organisation('policy_amendment', :'app_role', 'select, insert');

create table policy_decision (
  organisation_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  member_id uuid not null,
  decision text not null check (decision in ('keep', 'change', 'stop')),
  reason text not null,
  -- Why before its date; empty on or after it.
  early_reason text not null,
  -- The last day on which a stopped policy covers anybody.
  last_day date,
  body_hash bytea not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, policy_id) references policy (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
create index policy_decision_policy on policy_decision (organisation_id, policy_id, recorded_at);
select shared.belongs_to_organisation('policy_decision', :'app_role', 'select, insert');

-- The line through a policy: what it should move, and what it is for.
create table policy_link (
  organisation_id uuid not null,
  policy_id uuid not null,
  imperative_id uuid,
  key_result_id uuid,
  foreign key (organisation_id, policy_id) references policy (organisation_id, id) on delete cascade,
  foreign key (organisation_id, imperative_id) references imperative (organisation_id, id) on delete cascade,
  foreign key (organisation_id, key_result_id) references key_result (organisation_id, id) on delete cascade,
  check (num_nonnulls(imperative_id, key_result_id) = 1)
);
create unique index policy_link_once on policy_link (organisation_id, policy_id, coalesce(imperative_id, key_result_id));
create index policy_link_imperative on policy_link (organisation_id, imperative_id);
create index policy_link_key_result on policy_link (organisation_id, key_result_id);
select shared.belongs_to_organisation('policy_link', :'app_role');

-- Since when somebody's home site is theirs; null: none. It holds until the next row begins.
create table home_site (
  organisation_id uuid not null,
  member_id uuid not null,
  from_day date not null,
  site_id uuid,
  primary key (organisation_id, member_id, from_day),
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade,
  foreign key (organisation_id, site_id) references site (organisation_id, id)
);
select shared.belongs_to_organisation('home_site', :'app_role');
insert into home_site (organisation_id, member_id, from_day, site_id)
  select organisation_id, member_id, current_date, site_id from workplace_member where site_id is not null;
