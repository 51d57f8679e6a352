-- A case: the organisation's own file on a young person. Words are sealed with the case's key, who the
-- young person is with a key of its own; codes, dates and states stay plain for lists. Follows the rules
-- for tenant tables in 0001-house.sql.

create table case_file (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  coordinator_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  -- the last moment at which anything in it was written: whoever remembers its words reads them anew
  changed_at timestamptz not null,
  closed_at timestamptz,
  outcome text check (outcome in (
    'support-suffices', 'passed-to-partner', 'explained', 'left', 'other-file', 'other')),
  -- counts changes of `content`: whoever changes it says which one they read
  version int not null default 1,
  content_key bytea not null,
  content bytea not null,
  -- of the form that opened it
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, coordinator_id) references membership (organisation_id, person_id),
  foreign key (organisation_id, opened_by) references membership (organisation_id, person_id),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'closed') <= (outcome is not null))
);
create unique index case_file_code on case_file (organisation_id, code);
create unique index case_file_sent_once on case_file (organisation_id, opened_by, key) where key is not null;
-- "Whose coordinator is gone?" is asked of the different coordinators, not of every case.
create index case_file_by_coordinator on case_file (organisation_id, coordinator_id, id) where state = 'open';
alter table case_file enable row level security;
alter table case_file force row level security;
create policy own_organisation on case_file for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on case_file to oogmerk_app;

-- Who the case is about, apart from what is written in it.
create table case_identity (
  organisation_id uuid not null,
  case_id uuid not null,
  version int not null default 1,
  content_key bytea not null,
  content bytea not null,
  -- same name, same bytes; the same for the school's own number of the pupil. Readable by nobody.
  name_index bytea not null,
  number_index bytea,
  primary key (organisation_id, case_id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id)
);
create index case_identity_by_name on case_identity (organisation_id, name_index);
create index case_identity_by_number on case_identity (organisation_id, number_index) where number_index is not null;
alter table case_identity enable row level security;
alter table case_identity force row level security;
create policy own_organisation on case_identity for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on case_identity to oogmerk_app;

-- Who may see a case, from when until when. Nothing is taken away: whoever had access stays to be seen.
create table case_circle (
  organisation_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  -- access for a while; empty: until somebody ends it
  until_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  -- of the case, kept here so that a person's open cases are read from one index
  case_open boolean not null default true,
  reason bytea not null,
  end_reason bytea,
  primary key (organisation_id, case_id, id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  foreign key (organisation_id, person_id) references membership (organisation_id, person_id),
  foreign key (organisation_id, added_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, ended_by) references membership (organisation_id, person_id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index case_circle_once on case_circle (organisation_id, case_id, person_id) where ended_at is null;
create index case_circle_by_person on case_circle (organisation_id, person_id, case_open, case_id) where ended_at is null;
alter table case_circle enable row level security;
alter table case_circle force row level security;
create policy own_organisation on case_circle for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on case_circle to oogmerk_app;

-- The line of time: what was written, and what was done with the case itself.
create table case_entry (
  organisation_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('fact', 'interpretation', 'decision', 'contact', 'signal', 'event')),
  -- what was done, for an event
  event text,
  -- where it stands on the line: the day it happened, or the day it was written when that is not known
  on_line date not null,
  happened_on date,
  written_by uuid not null,
  written_at timestamptz not null,
  version int not null default 1,
  -- own observation or hearsay, for a fact
  origin text check (origin in ('own', 'hearsay', 'both')),
  -- a decision not to act or not to share
  not_to boolean,
  -- in which role it was decided
  decided_as text,
  -- the record of another capability that it came from
  from_capability text,
  from_id uuid,
  signal_id uuid,
  about_person uuid,
  withdrawn_because text check (withdrawn_because in ('mistake', 'other-file', 'not-needed')),
  key uuid,
  primary key (organisation_id, case_id, id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  foreign key (organisation_id, written_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, about_person) references membership (organisation_id, person_id),
  foreign key (organisation_id, signal_id) references signal (organisation_id, id),
  check ((kind = 'event') = (event is not null)),
  check ((kind = 'fact') <= (origin is not null)),
  check ((kind = 'decision') = (not_to is not null and decided_as is not null)),
  check ((kind = 'signal') = (signal_id is not null))
);
create index case_entry_on_line on case_entry (organisation_id, case_id, on_line desc, id desc);
create unique index case_entry_sent_once on case_entry (organisation_id, case_id, key) where key is not null;
create index case_entry_by_signal on case_entry (organisation_id, signal_id) where signal_id is not null;
alter table case_entry enable row level security;
alter table case_entry force row level security;
create policy own_organisation on case_entry for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on case_entry to oogmerk_app;

-- Every version of what was written. Withdrawing takes the words of all of them.
create table case_entry_version (
  organisation_id uuid not null,
  case_id uuid not null,
  entry_id uuid not null,
  version int not null,
  written_by uuid not null,
  written_at timestamptz not null,
  content bytea not null,
  primary key (organisation_id, case_id, entry_id, version),
  foreign key (organisation_id, case_id, entry_id) references case_entry (organisation_id, case_id, id),
  foreign key (organisation_id, written_by) references membership (organisation_id, person_id)
);
alter table case_entry_version enable row level security;
alter table case_entry_version force row level security;
create policy own_organisation on case_entry_version for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, delete on case_entry_version to oogmerk_app;

-- What somebody has to do, and by when.
create table case_task (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  owner_id uuid not null,
  -- of the case, kept here so that a coordinator's day is read from one index
  coordinator_id uuid not null,
  -- what kind of term it is: of a law, of the school's protocol, or agreed between people
  clock text not null check (clock in ('law', 'protocol', 'agreement')),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  made_by uuid not null,
  made_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  reminded_on date,
  from_capability text,
  from_id uuid,
  -- where it is done; identifiers only
  place text check (place ~ '^/[a-z0-9/_-]+$'),
  key uuid,
  content bytea not null,
  end_words bytea,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  foreign key (organisation_id, owner_id) references membership (organisation_id, person_id),
  foreign key (organisation_id, coordinator_id) references membership (organisation_id, person_id),
  foreign key (organisation_id, made_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, ended_by) references membership (organisation_id, person_id),
  check ((state = 'open') = (ended_at is null))
);
create index case_task_by_case on case_task (organisation_id, case_id, due_on, id);
create index case_task_by_owner on case_task (organisation_id, owner_id, clock, due_on, id) where state = 'open';
create index case_task_by_coordinator on case_task (organisation_id, coordinator_id, clock, due_on, id) where state = 'open';
create index case_task_to_remind on case_task (organisation_id, due_on, id) where state = 'open' and reminded_on is null;
create index case_task_from on case_task (organisation_id, from_id) where from_id is not null;
create unique index case_task_sent_once on case_task (organisation_id, case_id, key) where key is not null;
alter table case_task enable row level security;
alter table case_task force row level security;
create policy own_organisation on case_task for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on case_task to oogmerk_app;

-- Both hats: what the young person was, by whose judgement and on what, from when until when. Several at
-- once, and none is needed.
create table case_role (
  organisation_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  role text not null check (role in ('accused', 'exploited', 'recruiting')),
  from_on date not null,
  until_on date,
  judged_by uuid not null,
  judged_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  key uuid,
  content bytea not null,
  end_words bytea,
  primary key (organisation_id, case_id, id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  foreign key (organisation_id, judged_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, ended_by) references membership (organisation_id, person_id),
  check (until_on >= from_on),
  check ((ended_at is null) = (ended_by is null))
);
create unique index case_role_sent_once on case_role (organisation_id, case_id, key) where key is not null;
alter table case_role enable row level security;
alter table case_role force row level security;
create policy own_organisation on case_role for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on case_role to oogmerk_app;

-- A signal tells its reporter that it was brought into a file.
alter table signal_event drop constraint signal_event_kind_check;
alter table signal_event add constraint signal_event_kind_check check (kind in (
  'recorded', 'taken-up', 'asked', 'answered', 'added', 'passed', 'combined', 'separated', 'closed', 'withdrawn',
  'brought-into-case'));
