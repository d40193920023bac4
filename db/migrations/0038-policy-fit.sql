-- The counts of policy fit that a lead was told of a week, as they were told first: they stay, so that two readings of one
-- week cannot be taken from each other.
create table policy_fit_told (
  organisation_id uuid not null,
  member_id uuid not null,
  -- Its first day.
  week date not null,
  fit integer not null,
  not_fit integer not null,
  primary key (organisation_id, member_id, week),
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade
);
select shared.belongs_to_organisation('policy_fit_told', :'app_role');
