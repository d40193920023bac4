-- Days on which a team comes in together: proposed, then accepted by whoever leads it, from a day on.

create table anchor_proposal (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  team_id uuid not null,
  -- ISO weekdays in order, such as ["2", "3"]; none: from then on the team has no anchor days.
  days jsonb not null,
  from_day date not null,
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
  -- Why it was declined.
  reason text not null default '',
  proposed_by uuid not null,
  state_by uuid not null,
  state_at timestamptz not null,
  body_hash bytea not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, team_id) references team (organisation_id, id) on delete cascade,
  foreign key (organisation_id, proposed_by) references member (organisation_id, id),
  foreign key (organisation_id, state_by) references member (organisation_id, id)
);
create index anchor_proposal_team on anchor_proposal (organisation_id, team_id, from_day);
select shared.belongs_to_organisation('anchor_proposal', :'app_role');

-- ISO weekday -> "suits" | "rather-not": what a member says of coming in on it; a weekday that is absent is all the same.
alter table workplace_member add column day_preferences jsonb not null default '{}';
