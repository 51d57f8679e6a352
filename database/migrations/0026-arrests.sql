-- What the police keep of an arrested minor: the file of the arrest and, apart from it, the file in which a
-- young person is protected. Two files of one young person share a pseudonym that is sealed in each; nothing in
-- plain rows ties them together. Words are sealed with the key of their file; codes, moments and states stay
-- plain for lists and clocks. Follows the rules for tenant tables in 0001-house.sql.

create table police_file (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('arrest', 'protection')),
  reference text not null,
  state text not null default 'open' check (state in ('open', 'ready', 'closed')),
  opened_by uuid not null,
  opened_at timestamptz not null,
  -- the last moment at which anything in it was written
  changed_at timestamptz not null,
  -- of an arrest: when, whether pre-trial detention is possible for the offence, and the age on that day
  arrested_at timestamptz,
  offence text check (offence in ('pre-trial-detention', 'no-pre-trial-detention', 'unknown')),
  age_group text check (age_group in ('under-12', '12-17', '18-22', '23-and-over', 'unknown')),
  -- ready for a decision on prosecution: after this look by a qualified person, or without one and why
  ready_look_id uuid,
  ready_without boolean not null default false,
  -- counts changes of `content`: whoever changes it says which one they read
  version int not null default 1,
  content_key bytea not null,
  content bytea not null,
  -- finds the other kind of file on the same young person, for who may see both; readable by nobody
  pseudonym_index bytea not null,
  -- of the form that opened it
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, opened_by) references membership (organisation_id, person_id),
  check ((kind = 'arrest') = (arrested_at is not null and offence is not null and age_group is not null)),
  check ((kind = 'protection') <= (state <> 'ready')),
  check ((state = 'ready') <= (ready_look_id is not null or ready_without))
);
create unique index police_file_reference on police_file (organisation_id, reference);
create unique index police_file_sent_once on police_file (organisation_id, opened_by, key) where key is not null;
create index police_file_by_age on police_file (organisation_id, kind, id desc);
create index police_file_by_pseudonym on police_file (organisation_id, pseudonym_index);
alter table police_file enable row level security;
alter table police_file force row level security;
create policy own_organisation on police_file for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on police_file to oogmerk_app;

-- Who was let in, from when until when. Nothing is taken away: whoever had access stays to be seen.
create table police_file_circle (
  organisation_id uuid not null,
  file_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  reason bytea not null,
  end_reason bytea,
  primary key (organisation_id, file_id, id),
  foreign key (organisation_id, file_id) references police_file (organisation_id, id),
  foreign key (organisation_id, person_id) references membership (organisation_id, person_id),
  foreign key (organisation_id, added_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, ended_by) references membership (organisation_id, person_id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index police_file_circle_once on police_file_circle (organisation_id, file_id, person_id)
  where ended_at is null;
create index police_file_circle_by_person on police_file_circle (organisation_id, person_id, file_id)
  where ended_at is null;
alter table police_file_circle enable row level security;
alter table police_file_circle force row level security;
create policy own_organisation on police_file_circle for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on police_file_circle to oogmerk_app;

-- What was written: facts, what somebody thinks of them, the young person's own words, what happened, who was
-- told, contacts, decisions. Withdrawing deletes the words; that something stood there stays.
create table police_file_note (
  organisation_id uuid not null,
  file_id uuid not null,
  id uuid not null,
  kind text not null check (kind in (
    'event', 'questioning', 'fact', 'interpretation', 'own-words', 'found', 'present', 'rights',
    'accompaniment', 'contact', 'told', 'decision', 'history')),
  -- what happened, who was told, with whom, what was decided or done with the file
  code text check (code ~ '^[a-z][a-z0-9-]{0,59}$'),
  happened_at timestamptz not null,
  -- of what lasted
  until_at timestamptz,
  -- of who was told: done, or not done and why
  done boolean,
  written_by uuid not null,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  -- of what was received: the fact, as a blind index of this file, so that the same fact in two files ties nothing
  from_index bytea,
  key uuid,
  content bytea,
  primary key (organisation_id, file_id, id),
  foreign key (organisation_id, file_id) references police_file (organisation_id, id),
  foreign key (organisation_id, written_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, withdrawn_by) references membership (organisation_id, person_id),
  check (until_at > happened_at),
  check ((kind in ('event', 'contact', 'told', 'decision', 'history')) <= (code is not null)),
  check ((kind = 'told') = (done is not null)),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (content is not null))
);
create unique index police_file_note_sent_once on police_file_note (organisation_id, file_id, key) where key is not null;
create index police_file_note_from on police_file_note (organisation_id, file_id, from_index) where from_index is not null;
alter table police_file_note enable row level security;
alter table police_file_note force row level security;
create policy own_organisation on police_file_note for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on police_file_note to oogmerk_app;

-- A look with the recognition protocol: under which edition, by whom, and whether to look further. What was
-- answered, and why, is sealed. Only ever added to.
create table police_file_look (
  organisation_id uuid not null,
  file_id uuid not null,
  id uuid not null,
  part text not null check (part in ('first', 'full')),
  edition text not null,
  looked_by uuid not null,
  looked_at timestamptz not null,
  further boolean not null,
  key uuid,
  content bytea not null,
  primary key (organisation_id, file_id, id),
  foreign key (organisation_id, file_id) references police_file (organisation_id, id),
  foreign key (organisation_id, looked_by) references membership (organisation_id, person_id)
);
create unique index police_file_look_sent_once on police_file_look (organisation_id, file_id, key) where key is not null;
alter table police_file_look enable row level security;
alter table police_file_look force row level security;
create policy own_organisation on police_file_look for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on police_file_look to oogmerk_app;

alter table police_file add foreign key (organisation_id, id, ready_look_id)
  references police_file_look (organisation_id, file_id, id);
