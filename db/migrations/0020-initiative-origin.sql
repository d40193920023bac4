-- An initiative that was a key result before: what is needed to put it back.
create table initiative_origin (
  organisation_id uuid not null,
  initiative_id uuid not null,
  key_result_id uuid not null,
  -- The key result as it was, where it was removed; null where it was dropped with a reason and is still there.
  key_result jsonb,
  -- The key result that took its place; null where there is none.
  replacement_id uuid,
  body_hash bytea not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, initiative_id),
  foreign key (organisation_id, initiative_id) references initiative (organisation_id, id) on delete cascade
);
select shared.belongs_to_organisation('initiative_origin', :'app_role');
