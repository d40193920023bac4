-- A pulse, kept so that no row, key, time or order joins a member to an answer: docs/guide/pulse.md says how and how far.

-- Work for a time that is known today, such as the closing of a pulse.
create function shared.enqueue_at(task text, payload json, key text, run_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, job_key => key, run_at => run_at, max_attempts => 12);
end $$;
revoke all on function shared.enqueue_at(text, json, text, timestamptz) from public;
grant execute on function shared.enqueue_at(text, json, text, timestamptz) to :app_role;

-- Without a row a pulse is off. Limits are raised and never lowered.
create table pulse_setting (
  organisation_id uuid primary key references organisation on delete cascade,
  is_on boolean not null,
  confidential boolean not null,
  answers integer not null check (answers >= 5),
  comments integer not null check (comments >= 10),
  crowd integer not null check (crowd >= 20),
  version integer not null default 1
);
select shared.belongs_to_organisation('pulse_setting', :'app_role');

create table pulse (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  -- Counting: no answer is taken any more, figures are not out yet.
  state text not null default 'open' check (state in ('open', 'counting', 'closed', 'withdrawn')),
  questions text[] not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  -- Fixed at launch: what it is called, its limits, and the groups that may ever be shown.
  confidential boolean not null,
  answers integer not null,
  comments integer not null,
  crowd integer not null,
  cells jsonb not null,
  withheld jsonb not null,
  -- Known once it has closed: how many of each group took part, and under which cells comments are listed.
  turnout jsonb,
  comment_cells jsonb,
  launched_by uuid not null,
  body_hash bytea not null,
  primary key (organisation_id, id),
  check (opens_at <= closes_at)
);
create index pulse_newest on pulse (organisation_id, closes_at desc, id desc);
-- One at a time.
create unique index pulse_open on pulse (organisation_id) where state in ('open', 'counting');
select shared.belongs_to_organisation('pulse', :'app_role');

-- Who is asked, with the group that their answer will be kept with: written at launch.
create table pulse_invited (
  organisation_id uuid not null,
  pulse_id uuid not null,
  member_id uuid not null,
  group_id text not null,
  primary key (organisation_id, pulse_id, member_id),
  foreign key (organisation_id, pulse_id) references pulse (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references member (organisation_id, id)
);
create index pulse_invited_member on pulse_invited (organisation_id, member_id);
select shared.belongs_to_organisation('pulse_invited', :'app_role');

-- Who took part: known while the pulse is open, so that nobody answers twice, and deleted when it closes.
create table pulse_part (
  organisation_id uuid not null,
  pulse_id uuid not null,
  member_id uuid not null,
  primary key (organisation_id, pulse_id, member_id),
  foreign key (organisation_id, pulse_id, member_id) references pulse_invited (organisation_id, pulse_id, member_id) on delete cascade
);
select shared.belongs_to_organisation('pulse_part', :'app_role');

-- What was answered, sealed with a key that no table holds, until the pulse closes. Each that comes is written again
-- together with others, in another order, so that the last row is not the last answer.
create table pulse_waiting (
  organisation_id uuid not null,
  id uuid not null,
  pulse_id uuid not null,
  sealed bytea not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, pulse_id) references pulse (organisation_id, id) on delete cascade
);
create index pulse_waiting_pulse on pulse_waiting (organisation_id, pulse_id);
select shared.belongs_to_organisation('pulse_waiting', :'app_role');

-- One answer to one question, with the group it came from and nothing finer; what one person answered is not kept together.
create table pulse_answer (
  organisation_id uuid not null,
  id uuid not null,
  pulse_id uuid not null,
  question text not null,
  group_id text not null,
  answer smallint not null check (answer between 1 and 5),
  primary key (organisation_id, id),
  foreign key (organisation_id, pulse_id) references pulse (organisation_id, id) on delete cascade
);
create index pulse_answer_pulse on pulse_answer (organisation_id, pulse_id, question);
select shared.belongs_to_organisation('pulse_answer', :'app_role', 'select, insert');

-- Kept only where it will be listed.
create table pulse_comment (
  organisation_id uuid not null,
  id uuid not null,
  pulse_id uuid not null,
  group_id text not null,
  text text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, pulse_id) references pulse (organisation_id, id) on delete cascade
);
create index pulse_comment_pulse on pulse_comment (organisation_id, pulse_id);
select shared.belongs_to_organisation('pulse_comment', :'app_role', 'select, insert');

-- What was published, once: everybody and every door reads these figures and no others.
create table pulse_figure (
  organisation_id uuid not null,
  pulse_id uuid not null,
  -- A question's key, or "took-part".
  question text not null,
  cell text not null,
  reads text not null check (reads in ('exactly', 'about', 'or-more', 'or-less', 'withheld')),
  share text,
  within text not null,
  answers_from integer,
  why text check (why in ('too-few', 'protects-others')),
  primary key (organisation_id, pulse_id, question, cell),
  foreign key (organisation_id, pulse_id) references pulse (organisation_id, id) on delete cascade
);
select shared.belongs_to_organisation('pulse_figure', :'app_role', 'select, insert');

-- For the alignment index: the organisation's share of the latest pulse in each cycle.
create table alignment_understood (
  organisation_id uuid not null,
  cycle_id uuid not null,
  share numeric(3, 2) not null,
  reads text not null check (reads in ('exactly', 'about', 'or-more', 'or-less')),
  noted_at timestamptz not null,
  primary key (organisation_id, cycle_id),
  foreign key (organisation_id, cycle_id) references cycle (organisation_id, id) on delete cascade
);
select shared.belongs_to_organisation('alignment_understood', :'app_role');
