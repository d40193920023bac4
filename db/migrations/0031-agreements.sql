-- How teams agreed to work: every version is kept, the latest one holds.

create table working_agreement (
  organisation_id uuid not null,
  team_id uuid not null,
  version integer not null,
  -- {"coreHours", "channels", "meetingFree", "asyncByDefault", "notes"}; null: the team's own was given up.
  agreed jsonb,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (organisation_id, team_id, version),
  foreign key (organisation_id, team_id) references team (organisation_id, id) on delete cascade,
  foreign key (organisation_id, written_by) references member (organisation_id, id)
);
select shared.belongs_to_organisation('working_agreement', :'app_role');

create table working_agreement_review (
  organisation_id uuid not null,
  team_id uuid not null,
  version integer not null,
  -- The cycle that was under way; null where there was none.
  cycle_id uuid,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  primary key (organisation_id, team_id, reviewed_at),
  foreign key (organisation_id, team_id, version) references working_agreement (organisation_id, team_id, version)
    on delete cascade,
  foreign key (organisation_id, cycle_id) references cycle (organisation_id, id),
  foreign key (organisation_id, reviewed_by) references member (organisation_id, id)
);
select shared.belongs_to_organisation('working_agreement_review', :'app_role');
