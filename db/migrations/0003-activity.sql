-- The record of what happened: written in the transaction that makes it true, never changed.
-- Audit, history, live updates, roll-up and notifications all read it.

create table event (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  -- Order within a transaction; xid orders transactions, and what lies below every open one is final.
  position bigint generated always as identity,
  xid bigint not null default pg_current_xact_id()::text::bigint,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- The member who did it; null when the product did.
  actor_id uuid,
  via text not null check (via in ('web', 'api', 'cli', 'mcp', 'import', 'demo', 'system')),
  -- Set where only one member may see it (private objectives).
  visible_to uuid,
  facts jsonb not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id)
);
create index event_order on event (organisation_id, xid, position);
create index event_subject on event (organisation_id, subject_id, position desc);
-- The audit: few among many check-ins. The kinds stand in activity/queries.ts in the same words.
create index event_audit on event (organisation_id, position desc)
  where subject_kind in ('organisation', 'member', 'team', 'invitation', 'api-token');
select shared.belongs_to_organisation('event', :'app_role', 'select, insert');

-- How far each reader of the record has come, per organisation.
create table event_reader (
  organisation_id uuid not null references organisation on delete cascade,
  reader text not null,
  -- The first transaction not yet read.
  next_xid bigint not null,
  primary key (organisation_id, reader)
);
select shared.belongs_to_organisation('event_reader', :'app_role');
