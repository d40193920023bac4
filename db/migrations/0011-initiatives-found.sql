-- Titles of initiatives are found by their words, as those of objectives are. Who may find one the roadmap decides when
-- it is asked, so nothing of who sees what is kept here: objective_id stays null.
-- Titles from before are split at what is no letter or digit; the next change of a title splits it as its language does.
insert into title_word (organisation_id, word, kind, subject_id, title)
select i.organisation_id, left(split.word, 60), 'initiative', i.id, i.title
from initiative i
cross join lateral regexp_split_to_table(
  lower(regexp_replace(normalize(i.title, NFKD), '[\u0300-\u036f]', '', 'g')), '[^[:alnum:]]+') as split (word)
where split.word <> ''
on conflict do nothing;
