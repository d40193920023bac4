-- What the outcome coach says of a key result's words and figures; null until they are read (queries/outcomes.ts).
alter table key_result add column coach_verdict text check (coach_verdict in ('outcome', 'output', 'unsure'));
-- Someone keeps these words as they are, whatever the coach says. Other words are another matter.
alter table key_result add column kept_as_is boolean not null default false;
create index key_result_unread on key_result (organisation_id, id) where coach_verdict is null;
