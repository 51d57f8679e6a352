-- Sharing: what is chosen and delivered, at the sender, and what was received. Words are sealed with a key per
-- disclosure; states, days, roles and counts are plain for lists. Follows the rules for tenant tables in
-- 0001-house.sql.

create table disclosure (
  organisation_id uuid not null,
  id uuid not null,
  -- what people read aloud, the same on both sides
  reference text not null,
  -- the file it was chosen from
  file_kind text not null check (file_kind ~ '^[a-z-]{1,40}$'),
  file_id uuid not null,
  state text not null check (state in (
    'draft', 'not-shared', 'sent', 'delivered', 'accepted', 'returned', 'declined', 'recalled', 'ended', 'refused')),
  to_id uuid references organisation (id),
  to_role text,
  end_on date,
  made_by uuid not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  -- of the form that began it
  key uuid,
  facts int not null default 0,
  -- over exactly what left
  hash bytea check (octet_length(hash) = 32),
  content_key bytea not null,
  content bytea not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references membership (organisation_id, person_id),
  check (state in ('draft', 'not-shared') or
    (to_id is not null and to_role is not null and end_on is not null and hash is not null and facts > 0))
);
create unique index disclosure_sent_once on disclosure (organisation_id, made_by, key) where key is not null;
create index disclosure_of_file on disclosure (organisation_id, file_kind, file_id, id);
create index disclosure_by_maker on disclosure (organisation_id, made_by, id);
create index disclosure_to_end on disclosure (organisation_id, end_on, id)
  where state in ('sent', 'delivered', 'returned', 'accepted');
alter table disclosure enable row level security;
alter table disclosure force row level security;
create policy own_organisation on disclosure for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
-- Delete is for drafts that are thrown away.
grant select, insert, update, delete on disclosure to oogmerk_app;

-- What happened with it, in order; only ever added to.
create table disclosure_event (
  organisation_id uuid not null,
  disclosure_id uuid not null,
  id uuid not null,
  kind text not null check (kind in (
    'sent', 'delivered', 'refused', 'accepted', 'returned', 'replied', 'reply-refused', 'declined', 'recalled',
    'recall-arrived', 'recall-refused', 'recall-answered', 'stays-taken', 'ended',
    'not-shared')),
  happened_at timestamptz not null,
  -- nobody of this organisation, when the other one did it
  by_person uuid,
  key uuid,
  content bytea,
  primary key (organisation_id, disclosure_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure (organisation_id, id),
  foreign key (organisation_id, by_person) references membership (organisation_id, person_id)
);
create unique index disclosure_event_sent_once on disclosure_event (organisation_id, disclosure_id, key)
  where key is not null;
alter table disclosure_event enable row level security;
alter table disclosure_event force row level security;
create policy own_organisation on disclosure_event for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on disclosure_event to oogmerk_app;

create table received_disclosure (
  organisation_id uuid not null,
  id uuid not null,
  from_id uuid not null references organisation (id),
  -- as the sender numbered it
  disclosure_id uuid not null,
  reference text not null,
  -- whoever holds this role reads it
  to_role text not null,
  state text not null check (state in (
    'delivered', 'accepted', 'returned', 'declined', 'recalled', 'ended')),
  received_at timestamptz not null,
  end_on date not null,
  facts int not null check (facts > 0),
  hash bytea not null check (octet_length(hash) = 32),
  content_key bytea,
  content bytea,
  primary key (organisation_id, id),
  -- Words and key go together, and are gone when it ended in any way.
  check ((content is null) = (content_key is null)),
  check ((state in ('declined', 'recalled', 'ended')) = (content is null))
);
create unique index received_disclosure_once on received_disclosure (organisation_id, from_id, disclosure_id);
create index received_disclosure_list on received_disclosure (organisation_id, to_role, end_on, id);
create index received_disclosure_to_end on received_disclosure (organisation_id, end_on, id)
  where content is not null;
alter table received_disclosure enable row level security;
alter table received_disclosure force row level security;
create policy own_organisation on received_disclosure for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on received_disclosure to oogmerk_app;

create table received_event (
  organisation_id uuid not null,
  received_id uuid not null,
  id uuid not null,
  kind text not null check (kind in (
    'delivered', 'accepted', 'returned', 'replied', 'declined', 'recalled', 'ended', 'taken',
    'answer-refused')),
  happened_at timestamptz not null,
  by_person uuid,
  key uuid,
  -- why it was recalled: a choice, so that it can be told when every word is gone
  because text check (because in ('mistake', 'wrong-recipient', 'consent-withdrawn', 'not-needed', 'other')),
  -- sealed with the same key: nobody opens it once that is gone
  content bytea,
  primary key (organisation_id, received_id, id),
  foreign key (organisation_id, received_id) references received_disclosure (organisation_id, id),
  foreign key (organisation_id, by_person) references membership (organisation_id, person_id)
);
create unique index received_event_sent_once on received_event (organisation_id, received_id, key)
  where key is not null;
alter table received_event enable row level security;
alter table received_event force row level security;
create policy own_organisation on received_event for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
-- Update is for taking the words away.
grant select, insert, update on received_event to oogmerk_app;

-- Which fact was taken into an own file. Into which one is sealed, with a key of its own: not everybody who
-- reads the delivery may know that the file exists, and one fact taken into two files would tie them together.
create table received_taken (
  organisation_id uuid not null,
  received_id uuid not null,
  -- of the event that tells of it
  id uuid not null,
  item_id uuid not null,
  fact_kind text not null check (fact_kind in ('fact', 'interpretation', 'decision', 'own-words', 'identity')),
  taken_by uuid not null,
  taken_at timestamptz not null,
  content_key bytea not null,
  content bytea not null,
  primary key (organisation_id, received_id, id),
  foreign key (organisation_id, received_id) references received_disclosure (organisation_id, id),
  foreign key (organisation_id, taken_by) references membership (organisation_id, person_id)
);
alter table received_taken enable row level security;
alter table received_taken force row level security;
create policy own_organisation on received_taken for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on received_taken to oogmerk_app;

-- What was taken into a case and was recalled by its sender.
alter table case_entry add column recalled_at timestamptz;
create index case_entry_from on case_entry (organisation_id, from_id) where from_id is not null;
