-- What came in from files: the same file twice changes nothing, because each row's source is remembered.

create table import (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  member_id uuid not null,
  file_name text not null,
  file_hash bytea not null,
  kind text not null check (kind in ('markdown', 'csv')),
  counts jsonb not null,
  -- [{line, text, reason}]: what was not understood stays with the import.
  kept_aside jsonb not null default '[]',
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
create index import_recorded on import (organisation_id, recorded_at desc, id);
select shared.belongs_to_organisation('import', :'app_role');

create table import_source (
  organisation_id uuid not null references organisation on delete cascade,
  source_key text not null,
  subject_kind text not null check (subject_kind in ('objective', 'key-result', 'initiative')),
  subject_id uuid not null,
  row_hash text not null,
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
