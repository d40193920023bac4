-- What the owner of a draft had answered, and to which words and figures, before these changed and asked again. As they
-- stood then, they stand again once the change is taken back; null while nothing was answered, or the answer stands.
alter table draft_key_result add column answered_before jsonb;
