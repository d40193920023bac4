-- Meetings that were agreed on, for what they cost people outside their own hours, and questions decided in writing.

create table meeting (
  organisation_id uuid not null,
  id uuid not null,
  title text not null,
  proposed_by uuid not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 480),
  -- Whose clock it keeps when clocks change, and how many weeks it repeats; 1: one time.
  time_zone text not null,
  weeks integer not null check (weeks between 1 and 26),
  -- When the last time is over.
  ends_at timestamptz not null,
  cancelled_at timestamptz,
  body_hash bytea not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, proposed_by) references member (organisation_id, id) on delete cascade
);
create index meeting_ends on meeting (organisation_id, ends_at);
select shared.belongs_to_organisation('meeting', :'app_role');

create table meeting_attendee (
  organisation_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  -- Who may miss it pays nothing for it.
  optional boolean not null,
  primary key (organisation_id, meeting_id, member_id),
  foreign key (organisation_id, meeting_id) references meeting (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade
);
create index meeting_attendee_member on meeting_attendee (organisation_id, member_id);
select shared.belongs_to_organisation('meeting_attendee', :'app_role');

create table written_decision (
  organisation_id uuid not null,
  id uuid not null,
  question text not null,
  context text not null,
  asked_by uuid not null,
  closes_at timestamptz not null,
  -- What was decided; null while it is open.
  decided text,
  decided_by uuid,
  decided_at timestamptz,
  body_hash bytea not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_by) references member (organisation_id, id) on delete cascade,
  foreign key (organisation_id, decided_by) references member (organisation_id, id),
  check ((decided is null) = (decided_at is null) and (decided is null) = (decided_by is null))
);
create index written_decision_open on written_decision (organisation_id, closes_at);
select shared.belongs_to_organisation('written_decision', :'app_role');

create table written_decision_member (
  organisation_id uuid not null,
  decision_id uuid not null,
  member_id uuid not null,
  primary key (organisation_id, decision_id, member_id),
  foreign key (organisation_id, decision_id) references written_decision (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id) on delete cascade
);
create index written_decision_member_of on written_decision_member (organisation_id, member_id);
select shared.belongs_to_organisation('written_decision_member', :'app_role');
