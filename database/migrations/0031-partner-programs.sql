-- Partners: programs of an organisation that work for it over the API, what lets them in, and what they
-- are told. Follows the rules for tenant tables in 0001-house.sql. Nothing here looks across
-- organisations: the id of a program and a token say themselves to whom they belong.

-- A program that an administrator let in. It never does more than its organisation may.
create table partner_program (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- what the administrator calls it: the name of a product, not of a person
  name text not null check (length(name) between 1 and 100),
  scopes text[] not null check (cardinality(scopes) > 0),
  -- public keys, or the https address where they are published: one of the two
  keys jsonb,
  keys_at text check (length(keys_at) <= 500),
  keys_changed_at timestamptz not null,
  -- who let it in; empty for the operator of the server
  made_by uuid,
  made_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references membership (organisation_id, person_id),
  check ((keys is null) <> (keys_at is null))
);
alter table partner_program enable row level security;
alter table partner_program force row level security;
create policy own_organisation on partner_program for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on partner_program to oogmerk_app;

-- What a program shows with each request, ten minutes at most. Only its SHA-256: whoever reads this table
-- cannot get in with it.
create table partner_token (
  organisation_id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  program_id uuid not null,
  scopes text[] not null,
  expires_at timestamptz not null,
  primary key (organisation_id, token_hash),
  foreign key (organisation_id, program_id) references partner_program (organisation_id, id)
);
create index partner_token_expires on partner_token (organisation_id, expires_at);
alter table partner_token enable row level security;
alter table partner_token force row level security;
create policy own_organisation on partner_token for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, delete on partner_token to oogmerk_app;

-- Which signed statements were used, for as long as they would be believed: each counts once.
create table partner_assertion (
  organisation_id uuid not null,
  program_id uuid not null,
  jti_hash bytea not null check (octet_length(jti_hash) = 32),
  expires_at timestamptz not null,
  primary key (organisation_id, program_id, jti_hash),
  foreign key (organisation_id, program_id) references partner_program (organisation_id, id)
);
create index partner_assertion_expires on partner_assertion (organisation_id, expires_at);
alter table partner_assertion enable row level security;
alter table partner_assertion force row level security;
create policy own_organisation on partner_assertion for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, delete on partner_assertion to oogmerk_app;

-- What was answered under an idempotency key: the same request again gets the same answer.
create table partner_answer (
  organisation_id uuid not null,
  program_id uuid not null,
  key_hash bytea not null check (octet_length(key_hash) = 32),
  request_hash bytea not null check (octet_length(request_hash) = 32),
  answered_at timestamptz not null,
  status int,
  -- sealed with the organisation's key
  answer bytea,
  primary key (organisation_id, program_id, key_hash),
  foreign key (organisation_id, program_id) references partner_program (organisation_id, id),
  check ((status is null) = (answer is null))
);
create index partner_answer_age on partner_answer (organisation_id, answered_at);
alter table partner_answer enable row level security;
alter table partner_answer force row level security;
create policy own_organisation on partner_answer for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on partner_answer to oogmerk_app;
