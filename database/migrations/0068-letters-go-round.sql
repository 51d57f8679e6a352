-- A draft letter that goes round other ministries. Each keeps rows of its own; what crosses goes over the channel. No
-- name of anybody crosses: a ministry answers as a ministry.

create table progress_letter_party (
  organisation_id uuid not null,
  letter_id uuid not null,
  party_id uuid not null references organisation (id),
  state text not null check (state in ('asked', 'approved', 'changes', 'voided', 'withdrawn', 'undelivered')),
  asked_version int not null check (asked_version > 0),
  -- SHA-256 of the text that was sent: an approval holds for that text only
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  undelivered_because text check (char_length(undelivered_because) <= 60),
  changed_at timestamptz not null,
  primary key (organisation_id, letter_id, party_id),
  foreign key (organisation_id, letter_id) references progress_letter (organisation_id, id)
);
alter table progress_letter_party enable row level security;
alter table progress_letter_party force row level security;
create policy own_organisation on progress_letter_party for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on progress_letter_party to oogmerk_app;

-- What a ministry says of a part of the draft: on both sides, each a copy of its own.
create table progress_letter_remark (
  organisation_id uuid not null,
  letter_id uuid not null,
  id uuid not null,
  party_id uuid not null references organisation (id),
  version int not null check (version > 0),
  section text not null check (char_length(section) between 1 and 60),
  words text not null check (char_length(words) between 1 and 4000),
  made_at timestamptz not null,
  primary key (organisation_id, letter_id, id)
);
alter table progress_letter_remark enable row level security;
alter table progress_letter_remark force row level security;
create policy own_organisation on progress_letter_remark for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on progress_letter_remark to oogmerk_app;

-- What happened to a letter besides its words; only ever added to.
create table progress_letter_event (
  organisation_id uuid not null,
  letter_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('sent', 'approved', 'approved-earlier', 'changes', 'voided', 'withdrawn',
    'undelivered', 'fixed', 'published')),
  version int not null check (version > 0),
  party_id uuid references organisation (id),
  by_person uuid,
  happened_at timestamptz not null,
  primary key (organisation_id, letter_id, id),
  foreign key (organisation_id, letter_id) references progress_letter (organisation_id, id),
  foreign key (organisation_id, by_person) references membership (organisation_id, person_id)
);
alter table progress_letter_event enable row level security;
alter table progress_letter_event force row level security;
create policy own_organisation on progress_letter_event for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on progress_letter_event to oogmerk_app;

-- A draft of another ministry about which we are asked. Its words go when the draft is over.
create table progress_letter_received (
  organisation_id uuid not null,
  id uuid not null,
  from_id uuid not null references organisation (id),
  state text not null check (state in ('asked', 'approved', 'changes', 'voided', 'withdrawn', 'fixed', 'published')),
  version int not null check (version > 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  title text not null check (char_length(title) between 1 and 200),
  sections jsonb,
  answered_by uuid,
  key uuid,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, answered_by) references membership (organisation_id, person_id),
  check (sections is null or state not in ('withdrawn', 'fixed', 'published'))
);
alter table progress_letter_received enable row level security;
alter table progress_letter_received force row level security;
create policy own_organisation on progress_letter_received for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on progress_letter_received to oogmerk_app;
