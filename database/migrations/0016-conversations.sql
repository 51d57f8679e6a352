-- A conversation with the young person of a case: prepared, held, shown to the young person, closed into the
-- file. Words are sealed with the case's key; codes, dates and states stay plain. Follows the rules for
-- tenant tables in 0001-house.sql.

create table conversation (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  state text not null check (state in ('prepared', 'held', 'shown', 'closed', 'called-off')),
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  -- who will talk with the young person, or did
  holder_id uuid not null,
  planned_on date,
  held_on date,
  -- the last time that the young person could read what was written
  shown_at timestamptz,
  ended_at timestamptz,
  called_off_because text check (called_off_because in (
    'pupil-does-not-want', 'police-first', 'advised-otherwise', 'not-needed', 'other')),
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  foreign key (organisation_id, prepared_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, holder_id) references membership (organisation_id, person_id),
  check ((state = 'called-off') = (called_off_because is not null)),
  check ((state in ('closed', 'called-off')) = (ended_at is not null)),
  check ((state in ('held', 'shown', 'closed')) = (held_on is not null)),
  check ((state = 'shown') <= (shown_at is not null))
);
create index conversation_by_case on conversation (organisation_id, case_id, id);
create unique index conversation_sent_once on conversation (organisation_id, case_id, prepared_by, key)
  where key is not null;
alter table conversation enable row level security;
alter table conversation force row level security;
create policy own_organisation on conversation for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on conversation to oogmerk_app;

-- The preparation and the account of a conversation, every version of them: whoever writes second overwrites
-- nothing, because a version is only ever added.
create table conversation_writing (
  organisation_id uuid not null,
  conversation_id uuid not null,
  kind text not null check (kind in ('preparation', 'account')),
  version int not null check (version > 0),
  written_by uuid not null,
  written_at timestamptz not null,
  words bytea not null,
  primary key (organisation_id, conversation_id, kind, version),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, written_by) references membership (organisation_id, person_id)
);
alter table conversation_writing enable row level security;
alter table conversation_writing force row level security;
create policy own_organisation on conversation_writing for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on conversation_writing to oogmerk_app;

-- What was said and agreed, piece by piece. Nothing here is ever changed or taken away, the young person's own
-- words least of all: a correction or a remark is a passage beside the one it is about, and a summary that is
-- written anew leaves the one before.
create table conversation_passage (
  organisation_id uuid not null,
  conversation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in (
    'quote', 'addition', 'summary', 'interpretation', 'agreement', 'next-contact', 'correction', 'remark')),
  about_id uuid,
  -- whose session it was; a correction and an addition were typed by the young person
  written_by uuid not null,
  written_at timestamptz not null,
  due_on date,
  words bytea not null,
  primary key (organisation_id, conversation_id, id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, conversation_id, about_id)
    references conversation_passage (organisation_id, conversation_id, id),
  foreign key (organisation_id, written_by) references membership (organisation_id, person_id),
  check ((kind in ('correction', 'remark')) <= (about_id is not null)),
  check ((about_id is not null) <= (kind in ('correction', 'remark', 'summary'))),
  check ((due_on is not null) <= (kind in ('agreement', 'next-contact')))
);
create unique index conversation_passage_replaced_once
  on conversation_passage (organisation_id, conversation_id, about_id) where kind = 'summary' and about_id is not null;
alter table conversation_passage enable row level security;
alter table conversation_passage force row level security;
create policy own_organisation on conversation_passage for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on conversation_passage to oogmerk_app;

-- What happened with a conversation, in order; only ever added to. `key` is that of the form that was sent:
-- sent twice, it counts once.
create table conversation_event (
  organisation_id uuid not null,
  conversation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in (
    'prepared', 'edited', 'held', 'account-edited', 'added', 'shown', 'corrected', 'taken-back', 'closed', 'called-off')),
  happened_at timestamptz not null,
  by_person uuid not null,
  words bytea,
  key uuid,
  primary key (organisation_id, conversation_id, id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, by_person) references membership (organisation_id, person_id)
);
create unique index conversation_event_sent_once
  on conversation_event (organisation_id, conversation_id, by_person, kind, key) where key is not null;
alter table conversation_event enable row level security;
alter table conversation_event force row level security;
create policy own_organisation on conversation_event for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on conversation_event to oogmerk_app;
