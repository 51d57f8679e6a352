-- How people prove who they are: their organisation's OpenID Connect provider, or a passkey made by
-- invitation. Every proof belongs to the organisation that accepted it: what one organisation's
-- administrator hands out never opens another organisation (decision 0050).

create table sign_in_provider (
  organisation_id uuid primary key references organisation (id),
  issuer text not null check (issuer ~ '^https?://'),
  client_id text not null check (client_id <> ''),
  -- sealed with the organisation's key
  client_secret bytea not null,
  -- the claim that tells from which organisation someone comes, and its value for this organisation
  home_claim text not null check (home_claim <> ''),
  home_value text not null check (home_value <> ''),
  affiliation_claim text not null check (affiliation_claim <> ''),
  admits text not null check (admits in ('invited-only', 'staff')),
  changed_at timestamptz not null
);

create table provider_link (
  organisation_id uuid not null,
  -- keyed hash of issuer and subject: the subject itself is never kept
  subject_hash bytea not null,
  person_id uuid not null,
  linked_at timestamptz not null,
  primary key (organisation_id, subject_hash),
  foreign key (organisation_id, person_id) references membership (organisation_id, person_id)
);

create table passkey (
  organisation_id uuid not null,
  credential_id bytea not null check (octet_length(credential_id) between 1 and 1023),
  person_id uuid not null,
  public_key bytea not null,
  -- the authenticator's own count of its uses; going back means a copy
  counter bigint not null check (counter >= 0),
  -- sealed: a plain description of the device it was made on
  device bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, credential_id),
  foreign key (organisation_id, person_id) references membership (organisation_id, person_id)
);
create index passkey_by_credential on passkey (credential_id);
create index passkey_by_person on passkey (organisation_id, person_id);

create table invitation (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- SHA-256 of the code in the link: whoever reads this table cannot use it
  code_hash bytea not null,
  -- who the invited person will be, or already is
  person_id uuid not null,
  -- sealed with the organisation's key: name, job title, mail address
  profile bytea not null,
  roles text[] not null check (cardinality(roles) > 0),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  check (used_at is null or withdrawn_at is null)
);
create unique index invitation_code on invitation (organisation_id, code_hash);
create index invitation_by_code on invitation (code_hash);
create index invitation_open on invitation (organisation_id, expires_at)
  where used_at is null and withdrawn_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['sign_in_provider', 'provider_link', 'passkey', 'invitation'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_organisation on %I for all to oogmerk_app
         using (organisation_id = current_organisation_id())
         with check (organisation_id = current_organisation_id())', name);
    execute format('grant select, insert, update on %I to oogmerk_app', name);
  end loop;
end
$$;

-- The doors for someone who is not signed in yet, owned by the role that may only read.
create policy sign_in on sign_in_provider for select to oogmerk_sign_in using (true);
create policy sign_in on passkey for select to oogmerk_sign_in using (true);
create policy sign_in on invitation for select to oogmerk_sign_in using (true);
grant select (organisation_id) on sign_in_provider to oogmerk_sign_in;
grant select on passkey to oogmerk_sign_in;
grant select (organisation_id, id, code_hash, expires_at, used_at, withdrawn_at) on invitation to oogmerk_sign_in;
grant create on schema public to oogmerk_sign_in;

-- Which organisations can be signed in to through their own provider? Public facts only.
create function list_sign_in_organisations()
returns table (organisation_id uuid, organisation_name text, organisation_kind text)
  language sql stable security definer set search_path = public
begin atomic
  select o.id, o.name, o.kind
  from sign_in_provider p join organisation o on o.id = p.organisation_id
  order by o.name;
end;
alter function list_sign_in_organisations owner to oogmerk_sign_in;
revoke all on function list_sign_in_organisations from public;
grant execute on function list_sign_in_organisations to oogmerk_app;

-- What this passkey opens. The identifier is a long random number that only its holder knows.
create function find_passkeys(credential bytea)
returns table (
  organisation_id uuid, organisation_name text, organisation_kind text, person_id uuid, roles text[],
  public_key bytea, counter bigint)
  language sql stable security definer set search_path = public
begin atomic
  select p.organisation_id, o.name, o.kind, p.person_id, m.roles, p.public_key, p.counter
  from passkey p
  join membership m on m.organisation_id = p.organisation_id and m.person_id = p.person_id
  join organisation o on o.id = p.organisation_id
  where p.credential_id = credential and p.revoked_at is null and m.active
  order by o.name;
end;
alter function find_passkeys owner to oogmerk_sign_in;
revoke all on function find_passkeys from public;
grant execute on function find_passkeys to oogmerk_app;

-- Which invitation that can still be used does this code belong to?
create function find_invitation(code bytea, at timestamptz)
returns table (organisation_id uuid, organisation_name text, organisation_kind text, invitation_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select i.organisation_id, o.name, o.kind, i.id
  from invitation i join organisation o on o.id = i.organisation_id
  where i.code_hash = code and i.used_at is null and i.withdrawn_at is null and i.expires_at > at;
end;
alter function find_invitation owner to oogmerk_sign_in;
revoke all on function find_invitation from public;
grant execute on function find_invitation to oogmerk_app;

revoke create on schema public from oogmerk_sign_in;
