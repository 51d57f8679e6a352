-- The ground every capability builds on: the application role, organisations, the people who work
-- for them, their sessions, the data keys and the outbox.
--
-- Rules for every table with an organisation_id: it comes first in every primary key and unique
-- index; row-level security is forced; one permissive policy with the whole condition; no triggers.
-- tests/policies.test.ts reads the catalogue and fails on anything else.

do $$
begin
  if not exists (select from pg_roles where rolname = 'oogmerk_app') then
    create role oogmerk_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  -- Owns the two functions that must look across organisations before anyone is signed in.
  if not exists (select from pg_roles where rolname = 'oogmerk_sign_in') then
    create role oogmerk_sign_in nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  -- The role that migrates must be able to become the application role inside a transaction.
  execute format('grant oogmerk_app, oogmerk_sign_in to %I', current_user);
end
$$;

grant usage on schema public to oogmerk_app, oogmerk_sign_in;

-- Nothing set means nothing seen: null never equals an organisation.
create function current_organisation_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('oogmerk.organisation_id', true), '')::uuid;

create function current_person_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('oogmerk.person_id', true), '')::uuid;

-- Organisations are public facts (school registers, OIN register); no personal data, so no policy.
create table organisation (
  id uuid primary key,
  kind text not null check (kind in (
    'secondary-school', 'vocational-school', 'primary-school', 'municipality', 'youth-help',
    'safe-home', 'police', 'prosecution', 'expert-group', 'ministry', 'research-institute')),
  name text not null check (name <> ''),
  brin text check (brin ~ '^[0-9]{2}[A-Z]{2}([0-9]{2})?$'),
  oin text check (oin ~ '^[0-9]{20}$'),
  municipality text,
  demo boolean not null default false
);
create unique index organisation_brin on organisation (brin) where brin is not null;
create unique index organisation_oin on organisation (oin) where oin is not null;
grant select on organisation to oogmerk_app;

-- A person is only a number here; the name belongs to each organisation that employs the person.
create table person (
  id uuid primary key
);
grant select, insert on person to oogmerk_app;

create table membership (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  roles text[] not null check (cardinality(roles) > 0),
  -- sealed with the organisation's key: name, job title, mail address
  profile bytea not null,
  active boolean not null default true,
  primary key (organisation_id, person_id)
);
alter table membership enable row level security;
alter table membership force row level security;
create policy own_organisation on membership for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on membership to oogmerk_app;

create table session (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- SHA-256 of the cookie: whoever reads this table cannot sign in with it
  token_hash bytea not null,
  method text not null check (method in ('openid-connect', 'passkey', 'demo')),
  -- sealed: a plain description of the device for the person's own list
  device bytea not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  stepped_up_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references membership (organisation_id, person_id)
);
create unique index session_token on session (organisation_id, token_hash);
create index session_by_token on session (token_hash);
create index session_by_person on session (organisation_id, person_id, started_at);
alter table session enable row level security;
alter table session force row level security;
create policy own_organisation on session for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on session to oogmerk_app;

-- The organisation's data key, wrapped by a key that is never in the database.
create table organisation_key (
  organisation_id uuid not null references organisation (id),
  version int not null,
  wrapped bytea not null,
  primary key (organisation_id, version)
);
alter table organisation_key enable row level security;
alter table organisation_key force row level security;
create policy own_organisation on organisation_key for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on organisation_key to oogmerk_app;

-- What must leave the server after the commit. A message holds a template name and codes,
-- never personal detail; the recipient's address is looked up when it is sent.
create table outbox (
  organisation_id uuid not null,
  id uuid not null,
  recipient_id uuid not null,
  template text not null,
  language text not null check (language in ('nl', 'en')),
  reference text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  last_error text,
  primary key (organisation_id, id),
  foreign key (organisation_id, recipient_id) references membership (organisation_id, person_id)
);
create index outbox_waiting on outbox (organisation_id, created_at) where sent_at is null;
alter table outbox enable row level security;
alter table outbox force row level security;
create policy own_organisation on outbox for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on outbox to oogmerk_app;

-- The doors that look across organisations, for someone who is not signed in yet. They belong to a
-- role that may only read these three tables.
create policy sign_in on session for select to oogmerk_sign_in using (true);
create policy sign_in on membership for select to oogmerk_sign_in using (true);
grant select on session, membership, organisation to oogmerk_sign_in;

-- Which live session does this cookie open?
-- It answers nothing but that session's own row; idle and absolute limits arrive as instants.
create function find_session(cookie_hash bytea, started_after timestamptz, seen_after timestamptz)
returns table (
  organisation_id uuid, session_id uuid, person_id uuid, roles text[], profile bytea,
  organisation_kind text, organisation_name text, seen_at timestamptz, stepped_up_at timestamptz)
  language sql stable security definer set search_path = public
begin atomic
  select s.organisation_id, s.id, s.person_id, m.roles, m.profile, o.kind, o.name, s.seen_at, s.stepped_up_at
  from session s
  join membership m on m.organisation_id = s.organisation_id and m.person_id = s.person_id
  join organisation o on o.id = s.organisation_id
  where s.token_hash = cookie_hash and s.ended_at is null and m.active
    and s.started_at > started_after and s.seen_at > seen_after;
end;
grant create on schema public to oogmerk_sign_in;
alter function find_session owner to oogmerk_sign_in;
revoke all on function find_session from public;
grant execute on function find_session to oogmerk_app;

-- Where a person may work: only for the person who has just proved who they are.
create function find_memberships(whom uuid)
returns table (organisation_id uuid, organisation_name text, organisation_kind text, roles text[])
  language sql stable security definer set search_path = public
begin atomic
  select m.organisation_id, o.name, o.kind, m.roles
  from membership m join organisation o on o.id = m.organisation_id
  where m.person_id = whom and m.active
  order by o.name;
end;
alter function find_memberships owner to oogmerk_sign_in;
revoke create on schema public from oogmerk_sign_in;
revoke all on function find_memberships from public;
grant execute on function find_memberships to oogmerk_app;
