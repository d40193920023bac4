-- Who is spoken to by name in a comment. Its text holds their id, so that it reads with the name of today.
create table mention (
  organisation_id uuid not null references organisation on delete cascade,
  comment_id uuid not null,
  member_id uuid not null,
  -- Until the mentioned has opened the comment; kept without a time, and told to nobody else.
  waits boolean not null,
  primary key (organisation_id, comment_id, member_id),
  foreign key (organisation_id, comment_id) references comment (organisation_id, id),
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
create index mention_waits on mention (organisation_id, member_id) where waits;
select shared.belongs_to_organisation('mention', :'app_role');
