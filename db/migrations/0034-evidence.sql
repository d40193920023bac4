-- What the data say of sealed policies: docs/evidence.md.

create table policy_evidence (
  organisation_id uuid not null,
  policy_id uuid not null,
  assessed_at timestamptz not null,
  -- With these and the rows anybody finds the same again.
  seed integer not null,
  method_version integer not null,
  rows_hash text not null,
  -- Verdict and figures, by ids and keys.
  found jsonb not null,
  -- [series, team, week, value, weight, covered]: what it was found from; what a pulse told stands in arm_figures.
  rows jsonb not null,
  arm_figures jsonb not null,
  primary key (organisation_id, policy_id),
  foreign key (organisation_id, policy_id) references policy (organisation_id, id) on delete cascade
);
select shared.belongs_to_organisation('policy_evidence', :'app_role');

-- What happened meanwhile and could explain it, marked by people.
create table policy_happening (
  organisation_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  on_day date not null,
  text text not null,
  -- Null: it met everybody.
  team_id uuid,
  member_id uuid not null,
  body_hash bytea not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, policy_id) references policy (organisation_id, id) on delete cascade,
  foreign key (organisation_id, team_id) references team (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
create index policy_happening_policy on policy_happening (organisation_id, policy_id, on_day);
create index policy_happening_team on policy_happening (organisation_id, team_id);
select shared.belongs_to_organisation('policy_happening', :'app_role');
