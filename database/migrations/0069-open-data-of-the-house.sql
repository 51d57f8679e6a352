-- What a ministry reads along in the open data of the House of Representatives: whether it does, how far it is, the
-- rows, what was missed and what could not be read. Public data about public office; nothing else about a person.

create table parliament_feed (
  organisation_id uuid not null primary key,
  is_on boolean not null,
  -- the mail address at which the House reaches who runs this program
  contact text not null check (char_length(contact) between 3 and 254),
  changed_by uuid not null,
  changed_at timestamptz not null,
  -- a server process asks on behalf of this ministry until then; one at a time
  held_until timestamptz,
  foreign key (organisation_id, changed_by) references membership (organisation_id, person_id)
);
alter table parliament_feed enable row level security;
alter table parliament_feed force row level security;
create policy own_organisation on parliament_feed for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on parliament_feed to oogmerk_app;

-- How far a source is. The program reads and writes it whole: capabilities/parliament-feed/walk.ts.
create table parliament_source (
  organisation_id uuid not null,
  name text not null check (name in ('matters', 'documents', 'decisions', 'commitments')),
  standing jsonb not null,
  primary key (organisation_id, name),
  foreign key (organisation_id) references parliament_feed (organisation_id)
);
alter table parliament_source enable row level security;
alter table parliament_source force row level security;
create policy own_organisation on parliament_source for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on parliament_source to oogmerk_app;

create table parliament_row (
  organisation_id uuid not null,
  source text not null check (source in ('matters', 'documents', 'decisions', 'commitments')),
  -- the number that the House gave it
  id uuid not null,
  -- when the House changed it last, in UTC with nine decimals, so that it compares as text
  stamp text not null check (char_length(stamp) = 30),
  facts jsonb not null,
  -- the matters to which a document or a decision belongs
  matters uuid[] not null,
  on_day date,
  -- the walk in which it was seen last
  walk int not null,
  found_at timestamptz not null,
  -- when it, or a document or decision of it, changed for us last
  touched_at timestamptz not null,
  -- the House took it back or out of what we look at; what it said is kept
  withdrawn_at timestamptz,
  -- somebody saw it as it was until then, and it is not for the register
  seen_until timestamptz,
  seen_by uuid,
  primary key (organisation_id, source, id),
  foreign key (organisation_id, seen_by) references membership (organisation_id, person_id),
  check ((seen_until is null) = (seen_by is null))
);
create index parliament_row_by_day on parliament_row (organisation_id, source, on_day desc, id);
create index parliament_row_of_matters on parliament_row using gin (matters);
alter table parliament_row enable row level security;
alter table parliament_row force row level security;
create policy own_organisation on parliament_row for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
-- No delete: what the House takes back is said to be taken back.
grant select, insert, update on parliament_row to oogmerk_app;

-- A walk that missed something; closed by a walk that did not.
create table parliament_gap (
  organisation_id uuid not null,
  id uuid not null,
  source text not null check (source in ('matters', 'documents', 'decisions', 'commitments')),
  because text not null check (because in ('fewer-than-counted', 'no-way-on')),
  expected int,
  seen int,
  noted_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, id)
);
alter table parliament_gap enable row level security;
alter table parliament_gap force row level security;
create policy own_organisation on parliament_gap for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on parliament_gap to oogmerk_app;

-- Rows whose shape we do not know; gone again when they can be read.
create table parliament_apart (
  organisation_id uuid not null,
  source text not null check (source in ('matters', 'documents', 'decisions', 'commitments')),
  -- the number of the House, or the place in a page when not even that could be read
  about text not null check (char_length(about) between 1 and 60),
  -- names of the fields that were not as we know them
  because text not null check (char_length(because) between 1 and 200),
  noted_at timestamptz not null,
  primary key (organisation_id, source, about)
);
alter table parliament_apart enable row level security;
alter table parliament_apart force row level security;
create policy own_organisation on parliament_apart for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on parliament_apart to oogmerk_app;
