-- The survey among schools. Who was asked and whether they answered stands here; what they answered cannot be led
-- back to them, also not by whoever holds this whole database (decision 242): an answer lies sealed in the urn until
-- the wave is closed, for the key of two people that is nowhere in the program, and is then written anew without
-- time, code or order. Dates are days, never moments.

create table survey_wave (
  organisation_id uuid not null,
  id uuid not null,
  title text not null check (char_length(title) between 1 and 120),
  -- the version of the questionnaire, such as criminal-exploitation-1
  questionnaire text not null check (questionnaire ~ '^[a-z0-9-]{1,80}$'),
  state text not null check (state in ('prepared', 'drawn', 'open', 'closed', 'counted')),
  -- how the sample was drawn; empty until then
  seed text check (char_length(seed) between 1 and 120),
  strata_by text[] not null,
  closes_on date not null,
  -- seals answers and opens none
  public_key bytea check (octet_length(public_key) = 44),
  opened_on date,
  closed_on date,
  counted_on date,
  made_by uuid not null,
  made_on date not null,
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references membership (organisation_id, person_id),
  check ((state = 'prepared') = (seed is null)),
  check (state in ('prepared', 'drawn') or (public_key is not null and opened_on is not null))
);
create unique index survey_wave_sent_once on survey_wave (organisation_id, made_by, key) where key is not null;
create index survey_wave_by_day on survey_wave (organisation_id, made_on, id);
alter table survey_wave enable row level security;
alter table survey_wave force row level security;
create policy own_organisation on survey_wave for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on survey_wave to oogmerk_app;

-- Every location that may be asked: public facts out of the official lists.
create table survey_frame (
  organisation_id uuid not null,
  wave_id uuid not null,
  school text not null check (school ~ '^[0-9]{2}[A-Z]{2}([0-9]{2})?$'),
  kind text not null check (kind in ('po', 'vo', 'mbo')),
  name text not null check (char_length(name) between 1 and 200),
  municipality text check (char_length(municipality) <= 100),
  province text check (char_length(province) <= 100),
  -- candidates for the examinations: the size of a school as far as the lists tell it, lowest and highest
  size_low int,
  size_high int,
  primary key (organisation_id, wave_id, school),
  foreign key (organisation_id, wave_id) references survey_wave (organisation_id, id)
);
alter table survey_frame enable row level security;
alter table survey_frame force row level security;
create policy own_organisation on survey_frame for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
-- A list is replaced as a whole until the sample is drawn.
grant select, insert, update, delete on survey_frame to oogmerk_app;

create table survey_stratum (
  organisation_id uuid not null,
  wave_id uuid not null,
  stratum text not null check (char_length(stratum) <= 200),
  population int not null check (population > 0),
  sampled int not null check (sampled between 0 and population),
  -- the strata that are told together, known when the urn was opened
  cell text check (char_length(cell) <= 200),
  primary key (organisation_id, wave_id, stratum),
  foreign key (organisation_id, wave_id) references survey_wave (organisation_id, id)
);
alter table survey_stratum enable row level security;
alter table survey_stratum force row level security;
create policy own_organisation on survey_stratum for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on survey_stratum to oogmerk_app;

-- A location in the sample. Its code is kept as a keyed hash only; its address goes when the wave closes.
create table survey_invitation (
  organisation_id uuid not null,
  wave_id uuid not null,
  school text not null,
  stratum text not null,
  code_mac bytea check (octet_length(code_mac) = 32),
  address bytea,
  way text check (way in ('mail', 'paper', 'telephone')),
  invited_on date,
  reminded_on date,
  reminders int not null default 0,
  -- the mailbox does not exist, or nothing arrived for days: a code of the mail server
  undelivered text check (undelivered ~ '^[a-z0-9-]{1,40}$'),
  answered_by text check (answered_by in ('web', 'telephone')),
  primary key (organisation_id, wave_id, school),
  foreign key (organisation_id, wave_id, school) references survey_frame (organisation_id, wave_id, school),
  foreign key (organisation_id, wave_id, stratum) references survey_stratum (organisation_id, wave_id, stratum)
);
create index survey_invitation_by_code on survey_invitation (code_mac) where code_mac is not null;
alter table survey_invitation enable row level security;
alter table survey_invitation force row level security;
create policy own_organisation on survey_invitation for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on survey_invitation to oogmerk_app;

-- A letter to a school on its way to the mail server: sealed, and gone as soon as it went.
create table survey_letter (
  organisation_id uuid not null,
  id uuid not null,
  wave_id uuid not null,
  school text not null,
  kind text not null check (kind in ('invitation', 'reminder')),
  sealed bytea not null,
  created_at timestamptz not null,
  due_at timestamptz,
  attempts int not null default 0,
  primary key (organisation_id, id),
  foreign key (organisation_id, wave_id, school) references survey_invitation (organisation_id, wave_id, school)
);
create index survey_letter_by_age on survey_letter (organisation_id, created_at);
create index survey_letter_of_school on survey_letter (organisation_id, wave_id, school);
alter table survey_letter enable row level security;
alter table survey_letter force row level security;
create policy own_organisation on survey_letter for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on survey_letter to oogmerk_app;

-- Answers that are not finished, under the code itself: nobody reads them without it. All are equally long.
create table survey_draft (
  organisation_id uuid not null,
  wave_id uuid not null,
  code_mac bytea not null check (octet_length(code_mac) = 32),
  sealed bytea storage external not null check (octet_length(sealed) = 8221),
  primary key (organisation_id, wave_id, code_mac),
  foreign key (organisation_id, wave_id) references survey_wave (organisation_id, id)
);
alter table survey_draft enable row level security;
alter table survey_draft force row level security;
create policy own_organisation on survey_draft for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on survey_draft to oogmerk_app;

-- Closed envelopes. The id is chance (UUID version 4): it tells no time.
create table survey_urn (
  organisation_id uuid not null,
  wave_id uuid not null,
  id uuid not null,
  sealed bytea storage external not null check (octet_length(sealed) = 8252),
  primary key (organisation_id, wave_id, id),
  foreign key (organisation_id, wave_id) references survey_wave (organisation_id, id)
);
alter table survey_urn enable row level security;
alter table survey_urn force row level security;
create policy own_organisation on survey_urn for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, delete on survey_urn to oogmerk_app;

-- Opened answers, in the order of ids that are chance. Nothing but the strata that are told together.
create table survey_answer (
  organisation_id uuid not null,
  wave_id uuid not null,
  id uuid not null,
  cell text not null check (char_length(cell) <= 200),
  sealed bytea storage external not null check (octet_length(sealed) = 8221),
  primary key (organisation_id, wave_id, id),
  foreign key (organisation_id, wave_id) references survey_wave (organisation_id, id)
);
alter table survey_answer enable row level security;
alter table survey_answer force row level security;
create policy own_organisation on survey_answer for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on survey_answer to oogmerk_app;

-- Somebody types a code and is nobody: which wave of which organisation it belongs to is found through this door.
do $$
begin
  if not exists (select from pg_roles where rolname = 'oogmerk_survey') then
    create role oogmerk_survey nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant oogmerk_survey to %I', current_user);
end
$$;
grant usage on schema public to oogmerk_survey;
create policy by_code on survey_invitation for select to oogmerk_survey using (code_mac is not null);
grant select (organisation_id, wave_id, code_mac) on survey_invitation to oogmerk_survey;
grant create on schema public to oogmerk_survey;

create function find_survey(mac bytea) returns table (organisation_id uuid, wave_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  select i.organisation_id, i.wave_id from survey_invitation i where i.code_mac = mac;
end;
alter function find_survey owner to oogmerk_survey;
revoke all on function find_survey from public;
grant execute on function find_survey to oogmerk_app;

revoke create on schema public from oogmerk_survey;
