-- What came in from files: the same file twice changes nothing, because each row's source is remembered.

create table import (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  member_id uuid not null,
  file_name text not null,
  file_hash bytea not null,
  kind text not null check (kind in ('markdown', 'csv')),
  -- {rows: {objective: {create, changed, unchanged, already}, …}, made: {members, teams, cycles}}
  counts jsonb not null,
  -- [{line, text, reason}]: what did not come in stays with the import.
  kept_aside jsonb not null default '[]',
  -- [{line, title, text}]: what was written beside a row and has no field of its own.
  notes jsonb not null default '[]',
  body_hash bytea not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
create index import_recorded on import (organisation_id, recorded_at desc, id desc);
create index import_file on import (organisation_id, file_hash);
select shared.belongs_to_organisation('import', :'app_role');

create table import_source (
  organisation_id uuid not null references organisation on delete cascade,
  source_key text not null,
  subject_kind text not null check (subject_kind in ('objective', 'key-result', 'initiative', 'health-metric')),
  subject_id uuid not null,
  row_hash text not null,
  -- What the row said, so that the next import changes only what the file changed.
  said jsonb not null,
  primary key (organisation_id, source_key)
);
create index import_source_subject on import_source (organisation_id, subject_id);
select shared.belongs_to_organisation('import_source', :'app_role');

-- Column names that this organisation has matched by hand before.
create table import_alias (
  organisation_id uuid not null references organisation on delete cascade,
  alias text not null,
  field text not null,
  primary key (organisation_id, alias)
);
select shared.belongs_to_organisation('import_alias', :'app_role');
