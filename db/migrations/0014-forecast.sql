-- Where a key result is heading, as its check-ins tell: {checkIns, middle, range50, range80, chance}, decimals in text,
-- ranges as [low, high]. Null under three check-ins and for what is no number. A reader of events keeps it; those of
-- before are found when it reads an organisation for the first time.
alter table key_result add column forecast jsonb;

-- Pace with 5 and 25 points, without a forecast, is a rule of its own beside the 0 and 25 of Viva Goals.
alter table organisation drop constraint organisation_status_rule_check;
alter table organisation add constraint organisation_status_rule_check
  check (status_rule in ('default', 'pace', 'pace-only', 'ratio', 'worst-key-result'));
