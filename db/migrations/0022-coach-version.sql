-- By which coach a verdict was read: the mark it has in what it learned (src/features/coach/judging/version.json).
-- Another mark is another coach, and the key result is read again (src/features/okrs/handlers/reading-again.ts).
alter table key_result add column coach_version text;
-- Before, no mark was kept: every verdict is read again once.
drop index key_result_unread;
create index key_result_coach_version on key_result (organisation_id, coach_version, id);
