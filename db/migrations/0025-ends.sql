-- What an objective and its key results ended with, beside them: every reading tells it, so none may pay for it.
-- Written by the closing. The score is what it stands for unrounded; it is shown with one decimal.

alter table objective
  add column end_score numeric check (end_score between 0 and 1),
  add column end_outcome text check (end_outcome in ('validated', 'invalidated', 'not-yet-observable')),
  add column is_graded boolean not null default false;

alter table key_result
  add column end_score numeric check (end_score between 0 and 1),
  add column end_outcome text check (end_outcome = 'not-yet-observable');

-- The figure that was measured where the score is that figure rounded.
update objective as o set
  is_graded = true,
  end_outcome = c.outcome,
  end_score = case
    when round(greatest(0, least(1, o.progress)), 1) = c.score then greatest(0, least(1, o.progress)) else c.score end
from (
  select x.organisation_id, x.objective_id, x.outcome, coalesce((
    select a.score from grade_amendment a
    where a.organisation_id = x.organisation_id and a.objective_id = x.objective_id
      and a.key_result_id is null and a.score is not null
    order by a.amended_at desc, a.id desc limit 1), x.score) as score
  from objective_closure x) as c
where c.organisation_id = o.organisation_id and c.objective_id = o.id;

update key_result as k set
  end_outcome = case when g.not_yet_observable then 'not-yet-observable' end,
  end_score = case
    when round(greatest(0, least(1, k.progress)), 1) = g.score then greatest(0, least(1, k.progress)) else g.score end
from (
  select x.organisation_id, x.key_result_id, x.not_yet_observable, coalesce((
    select a.score from grade_amendment a
    where a.organisation_id = x.organisation_id and a.key_result_id = x.key_result_id and a.score is not null
    order by a.amended_at desc, a.id desc limit 1), x.score) as score
  from key_result_grade x
  join key_result y on y.organisation_id = x.organisation_id and y.id = x.key_result_id
  join objective_closure z on z.organisation_id = y.organisation_id and z.objective_id = y.objective_id
  where y.state not in ('dropped', 'postponed')) as g
where g.organisation_id = k.organisation_id and g.key_result_id = k.id;
