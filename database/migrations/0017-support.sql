-- Help: what is on offer where, and the placement of a young person. Follows the rules for tenant tables
-- in 0001-house.sql. An offer is a public fact that its own organisation writes; others read what is
-- published through doors, never the rows (decision 110). No personal data stands in it.

create table help_offer (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('published', 'withdrawn')),
  -- the id in the catalogue, or a title of its own when the catalogue does not know it
  intervention text check (intervention ~ '^[a-z0-9-]{1,60}$'),
  title text check (char_length(title) between 1 and 80),
  edition text not null,
  about text not null check (char_length(about) <= 500),
  municipality text not null check (char_length(municipality) between 1 and 60),
  school_types text[] not null,
  starts_on date,
  -- free places as they say themselves, and on which day they said so
  places int check (places between 0 and 999),
  places_on date,
  -- a function, not a person
  contact_function text not null check (char_length(contact_function) between 1 and 80),
  contact_way text not null check (char_length(contact_way) between 1 and 120),
  -- counts changes: whoever changes it says which one they read
  version int not null default 1,
  published_by uuid not null,
  published_at timestamptz not null,
  changed_at timestamptz not null,
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, published_by) references membership (organisation_id, person_id),
  check ((intervention is null) = (title is not null)),
  check ((places is null) = (places_on is null))
);
create unique index help_offer_sent_once on help_offer (organisation_id, published_by, key) where key is not null;
create index help_offer_in_place on help_offer (municipality, id) where state = 'published';
create index help_offer_by_id on help_offer (id);
alter table help_offer enable row level security;
alter table help_offer force row level security;
create policy own_organisation on help_offer for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
-- No delete: what was public once, and was withdrawn, can be told.
grant select, insert, update on help_offer to oogmerk_app;

-- Who did what with an offer, and when; only ever added to.
create table help_offer_event (
  organisation_id uuid not null,
  offer_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('published', 'changed', 'withdrawn')),
  happened_at timestamptz not null,
  by_person uuid not null,
  primary key (organisation_id, offer_id, id),
  foreign key (organisation_id, offer_id) references help_offer (organisation_id, id),
  foreign key (organisation_id, by_person) references membership (organisation_id, person_id)
);
alter table help_offer_event enable row level security;
alter table help_offer_event force row level security;
create policy own_organisation on help_offer_event for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on help_offer_event to oogmerk_app;

-- Owns the doors through which everybody reads what is published. It sees published offers only, and of
-- those neither who wrote them nor the key of a form.
do $$
begin
  if not exists (select from pg_roles where rolname = 'oogmerk_offers') then
    create role oogmerk_offers nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant oogmerk_offers to %I', current_user);
end
$$;
grant usage on schema public to oogmerk_offers;
create policy published on help_offer for select to oogmerk_offers using (state = 'published');
grant select (organisation_id, id, state, intervention, title, edition, about, municipality, school_types,
  starts_on, places, places_on, contact_function, contact_way, changed_at) on help_offer to oogmerk_offers;
grant select on organisation to oogmerk_offers;
grant create on schema public to oogmerk_offers;

create function list_published_offers(in_place text, of_help text, most int)
returns table (
  id uuid, organisation_name text, intervention text, title text, edition text, about text,
  municipality text, school_types text[], starts_on date, places int, places_on date,
  contact_function text, contact_way text, changed_at timestamptz)
  language sql stable security definer set search_path = public
begin atomic
  select o.id, g.name, o.intervention, o.title, o.edition, o.about, o.municipality, o.school_types,
    o.starts_on, o.places, o.places_on, o.contact_function, o.contact_way, o.changed_at
  from help_offer o join organisation g on g.id = o.organisation_id
  where o.state = 'published' and (in_place is null or o.municipality = in_place)
    and (of_help is null or o.intervention = of_help)
  order by o.municipality, o.id
  limit most;
end;
alter function list_published_offers owner to oogmerk_offers;
revoke all on function list_published_offers from public;
grant execute on function list_published_offers to oogmerk_app;

create function find_published_offer(which uuid)
returns table (
  id uuid, organisation_name text, intervention text, title text, edition text, about text,
  municipality text, school_types text[], starts_on date, places int, places_on date,
  contact_function text, contact_way text, changed_at timestamptz)
  language sql stable security definer set search_path = public
begin atomic
  select o.id, g.name, o.intervention, o.title, o.edition, o.about, o.municipality, o.school_types,
    o.starts_on, o.places, o.places_on, o.contact_function, o.contact_way, o.changed_at
  from help_offer o join organisation g on g.id = o.organisation_id
  where o.state = 'published' and o.id = which;
end;
alter function find_published_offer owner to oogmerk_offers;
revoke all on function find_published_offer from public;
grant execute on function find_published_offer to oogmerk_app;

create function list_offered_places()
returns table (intervention text, municipality text)
  language sql stable security definer set search_path = public
begin atomic
  select distinct o.intervention, o.municipality from help_offer o where o.state = 'published'
  order by o.municipality;
end;
alter function list_offered_places owner to oogmerk_offers;
revoke all on function list_offered_places from public;
grant execute on function list_offered_places to oogmerk_app;

revoke create on schema public from oogmerk_offers;

-- A placement: one kind of help for the young person of a case. Words are sealed with the case's own key,
-- so that they are erased together with it; codes, dates and states stay plain for lists.
create table placement (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  state text not null check (state in (
    'proposed', 'agreed', 'started', 'ended', 'evaluated', 'declined', 'withdrawn')),
  -- the entry of the catalogue and the edition it was chosen from; no entry: help that it does not know
  intervention text check (intervention ~ '^[a-z0-9-]{1,60}$'),
  edition text not null,
  -- a published offer, often of another organisation: hence no key to its row
  offer_id uuid,
  proposed_on date not null,
  agreed_on date,
  started_on date,
  ended_on date,
  evaluated_on date,
  stopped_on date,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  key uuid,
  content bytea not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  foreign key (organisation_id, proposed_by) references membership (organisation_id, person_id),
  check ((state in ('agreed', 'started', 'ended', 'evaluated')) <= (agreed_on is not null)),
  check ((state = 'proposed') <= (agreed_on is null)),
  check ((state in ('started', 'ended', 'evaluated')) = (started_on is not null)),
  check ((state in ('ended', 'evaluated')) = (ended_on is not null)),
  check ((state = 'evaluated') = (evaluated_on is not null)),
  check ((state in ('declined', 'withdrawn')) = (stopped_on is not null))
);
create index placement_by_case on placement (organisation_id, case_id, id);
create unique index placement_sent_once on placement (organisation_id, proposed_by, key) where key is not null;
alter table placement enable row level security;
alter table placement force row level security;
create policy own_organisation on placement for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on placement to oogmerk_app;

-- What happened with a placement, in order; only ever added to.
create table placement_event (
  organisation_id uuid not null,
  placement_id uuid not null,
  id uuid not null,
  kind text not null check (kind in (
    'proposed', 'agreed', 'started', 'reported', 'ended', 'evaluated', 'declined', 'withdrawn')),
  happened_on date not null,
  written_at timestamptz not null,
  by_person uuid not null,
  content bytea not null,
  key uuid,
  primary key (organisation_id, placement_id, id),
  foreign key (organisation_id, placement_id) references placement (organisation_id, id),
  foreign key (organisation_id, by_person) references membership (organisation_id, person_id)
);
create unique index placement_event_sent_once on placement_event (organisation_id, placement_id, by_person, kind, key)
  where key is not null;
alter table placement_event enable row level security;
alter table placement_event force row level security;
create policy own_organisation on placement_event for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on placement_event to oogmerk_app;
