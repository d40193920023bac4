-- Sign-in. Who a person is (identity) stands apart from who they are in an organisation (member): one person may
-- belong to several. The four tables below are better-auth's own shape, so its names are in camel case and quoted.
-- They belong to no organisation, so they carry no row level security; only this room reads them.

create schema identity;

create table identity."user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);

create table identity."session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references identity."user" ("id") on delete cascade
);
create index "session_userId_idx" on identity."session" ("userId");

create table identity."account" (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references identity."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on identity."account" ("userId");

create table identity."verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "verification_identifier_idx" on identity."verification" ("identifier");

-- Which member an identity is, in which organisation. No foreign key to member: it is an organisation's row, this is not.
create table identity.membership (
  identity_id text not null references identity."user" ("id") on delete cascade,
  organisation_id uuid not null,
  member_id uuid not null,
  primary key (identity_id, organisation_id),
  unique (organisation_id, member_id)
);

grant usage on schema identity to :app_role;
grant select, insert, update, delete on all tables in schema identity to :app_role;

-- What a program shows instead of a session. Only the SHA-256 of the token is kept; the token itself is shown once.
create table api_token (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  secret_hash bytea not null,
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'write', 'manage']),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, secret_hash),
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade
);
create index api_token_member on api_token (organisation_id, member_id);
select shared.belongs_to_organisation('api_token', :'app_role');
