-- A signal: what a professional noticed, in sealed words, with plain codes, dates and states for lists.
-- Follows the rules for tenant tables in 0001-house.sql. That the organisation exists follows from the
-- membership of whoever acted; a key of its own would lock the organisation's row for every signal.

create table signal_draft (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  content_key bytea not null,
  content bytea not null,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references membership (organisation_id, person_id)
);
create index signal_draft_by_person on signal_draft (organisation_id, person_id, saved_at desc);
create index signal_draft_by_age on signal_draft (organisation_id, saved_at);
alter table signal_draft enable row level security;
alter table signal_draft force row level security;
create policy own_organisation on signal_draft for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on signal_draft to oogmerk_app;

create table signal_combination (
  organisation_id uuid not null,
  id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references membership (organisation_id, person_id)
);
alter table signal_combination enable row level security;
alter table signal_combination force row level security;
create policy own_organisation on signal_combination for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on signal_combination to oogmerk_app;

create table signal (
  organisation_id uuid not null,
  id uuid not null,
  reference text not null,
  state text not null check (state in ('new', 'taken-up', 'question-asked', 'closed', 'withdrawn')),
  about text not null check (about in ('pupil', 'group', 'place', 'adult')),
  danger boolean not null,
  origin text not null check (origin in ('own', 'hearsay', 'both')),
  noticed_on date,
  readers text not null check (readers in ('coordinators', 'care-coordinators', 'one-colleague')),
  reader_id uuid,
  reported_by uuid not null,
  recorded_at timestamptz not null,
  -- the last day on which somebody should have looked; a term for people, not a judgement
  look_before date not null,
  assigned_to uuid,
  taken_up_by uuid,
  combination_id uuid,
  outcome text check (outcome in ('support-in-school', 'support-team', 'passed-to-partner', 'explained', 'watchful')),
  withdrawn_because text check (withdrawn_because in ('mistake', 'wrong-person', 'explained', 'other')),
  -- which edition of the signal list the words were compared with
  edition text not null,
  -- same pupil text, same bytes; readable by nobody
  subject_index bytea,
  -- null once the words are erased
  content_key bytea,
  content bytea,
  primary key (organisation_id, id),
  foreign key (organisation_id, reported_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, reader_id) references membership (organisation_id, person_id),
  foreign key (organisation_id, assigned_to) references membership (organisation_id, person_id),
  foreign key (organisation_id, taken_up_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, combination_id) references signal_combination (organisation_id, id),
  check ((readers = 'one-colleague') = (reader_id is not null)),
  check ((state = 'withdrawn') = (withdrawn_because is not null)),
  check ((state = 'closed') <= (outcome is not null)),
  check ((content is null) = (content_key is null)),
  check (content is not null or state = 'withdrawn')
);
create unique index signal_reference on signal (organisation_id, reference);
create index signal_queue on signal (organisation_id, state, look_before, id);
create index signal_by_reporter on signal (organisation_id, reported_by, recorded_at desc, id desc);
create index signal_by_subject on signal (organisation_id, subject_index) where subject_index is not null;
create index signal_by_combination on signal (organisation_id, combination_id) where combination_id is not null;
alter table signal enable row level security;
alter table signal force row level security;
create policy own_organisation on signal for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
-- No delete: a withdrawn signal leaves a tombstone.
grant select, insert, update on signal to oogmerk_app;

create table signal_observation (
  organisation_id uuid not null,
  signal_id uuid not null,
  -- the code in the signal list, such as MON-01
  code text not null check (code ~ '^[A-Z]{3}-[0-9]{2}$'),
  answer text not null check (answer in ('observed', 'not-observed', 'unknown')),
  found text not null check (found in ('recognised', 'added')),
  primary key (organisation_id, signal_id, code),
  foreign key (organisation_id, signal_id) references signal (organisation_id, id)
);
alter table signal_observation enable row level security;
alter table signal_observation force row level security;
create policy own_organisation on signal_observation for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, delete on signal_observation to oogmerk_app;

-- What happened with a signal, in order; only ever added to.
create table signal_event (
  organisation_id uuid not null,
  signal_id uuid not null,
  id uuid not null,
  kind text not null check (kind in (
    'recorded', 'taken-up', 'asked', 'answered', 'added', 'passed', 'combined', 'separated', 'closed', 'withdrawn')),
  happened_at timestamptz not null,
  by_person uuid not null,
  to_person uuid,
  -- sealed words, with the signal's own content key
  words bytea,
  primary key (organisation_id, signal_id, id),
  foreign key (organisation_id, signal_id) references signal (organisation_id, id),
  foreign key (organisation_id, by_person) references membership (organisation_id, person_id),
  foreign key (organisation_id, to_person) references membership (organisation_id, person_id)
);
alter table signal_event enable row level security;
alter table signal_event force row level security;
create policy own_organisation on signal_event for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on signal_event to oogmerk_app;
