-- How ready a team is for remote work, as whoever leads it said last. Statements are about the team, never about a person.
create table team_readiness (
  organisation_id uuid not null,
  team_id uuid not null,
  -- Statement -> "yes" | "partly" | "no"; one that is absent is not known.
  replies jsonb not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  version integer not null,
  primary key (organisation_id, team_id),
  foreign key (organisation_id, team_id) references team (organisation_id, id) on delete cascade,
  foreign key (organisation_id, answered_by) references member (organisation_id, id)
);
select shared.belongs_to_organisation('team_readiness', :'app_role');
