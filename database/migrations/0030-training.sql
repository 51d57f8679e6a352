-- Practising: who completed which story, notes that somebody keeps for themself, the term to read again,
-- invitations to a team, and the request of the information film on both sides. Follows the rules for tenant
-- tables in 0001-house.sql. Where a reader stopped and why is in no table (decision 155).

create table training_completion (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  story text not null check (story ~ '^[a-z][a-z0-9-]{0,59}$'),
  edition text not null,
  completed_on date not null,
  completed_at timestamptz not null,
  -- when a mail said that it is time to read again
  reminded_at timestamptz,
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references membership (organisation_id, person_id)
);
create unique index training_completion_sent_once on training_completion (organisation_id, person_id, key)
  where key is not null;
create index training_completion_by_story on training_completion (organisation_id, story, person_id, completed_on);
create index training_completion_not_reminded on training_completion (organisation_id, completed_on)
  where reminded_at is null;
alter table training_completion enable row level security;
alter table training_completion force row level security;
create policy own_organisation on training_completion for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on training_completion to oogmerk_app;

-- What somebody wants to remember, for themself alone; sealed with a key of its own.
create table training_reflection (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  story text not null check (story ~ '^[a-z][a-z0-9-]{0,59}$'),
  edition text not null,
  written_at timestamptz not null,
  wrapped_key bytea not null,
  content bytea not null,
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references membership (organisation_id, person_id)
);
create unique index training_reflection_sent_once on training_reflection (organisation_id, person_id, key)
  where key is not null;
create index training_reflection_by_person on training_reflection (organisation_id, person_id, id);
alter table training_reflection enable row level security;
alter table training_reflection force row level security;
create policy own_organisation on training_reflection for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, delete on training_reflection to oogmerk_app;

-- After how many months to read again, where an organisation set its own term.
create table training_term (
  organisation_id uuid not null,
  months int not null check (months between 1 and 120),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organisation_id),
  foreign key (organisation_id, set_by) references membership (organisation_id, person_id)
);
alter table training_term enable row level security;
alter table training_term force row level security;
create policy own_organisation on training_term for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on training_term to oogmerk_app;

-- That everybody who did not read a story was invited to; not who that was.
create table training_invitation (
  organisation_id uuid not null,
  id uuid not null,
  story text not null check (story ~ '^[a-z][a-z0-9-]{0,59}$'),
  invited_on date not null,
  invited_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, invited_by) references membership (organisation_id, person_id)
);
-- Asked twice on one day, it counts once.
create unique index training_invitation_once_a_day on training_invitation (organisation_id, story, invited_on);
alter table training_invitation enable row level security;
alter table training_invitation force row level security;
create policy own_organisation on training_invitation for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on training_invitation to oogmerk_app;

-- The request of the information film, in the rows of who asked. Holds no personal data of a child; what was
-- written is sealed all the same, because people write more than they are asked.
create table training_film_request (
  organisation_id uuid not null,
  id uuid not null,
  asked_of uuid not null references organisation (id),
  state text not null check (state in ('asked', 'lent', 'not-now', 'undelivered')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  wrapped_key bytea not null,
  content bytea not null,
  answered_at timestamptz,
  lent_until date,
  -- what the expert group wrote with its answer
  answer bytea,
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_by) references membership (organisation_id, person_id),
  check ((state in ('lent', 'not-now')) = (answered_at is not null)),
  check ((answered_at is null) = (answer is null)),
  check ((state = 'lent') = (lent_until is not null))
);
create unique index training_film_request_sent_once on training_film_request (organisation_id, asked_by, key)
  where key is not null;
alter table training_film_request enable row level security;
alter table training_film_request force row level security;
create policy own_organisation on training_film_request for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on training_film_request to oogmerk_app;

-- The same request as the expert group received it, and what it answered.
create table training_film_loan (
  organisation_id uuid not null,
  id uuid not null,
  from_id uuid not null references organisation (id),
  -- the asker's own number of it, to answer with
  request_id uuid not null,
  state text not null check (state in ('waiting', 'lent', 'not-now')),
  received_at timestamptz not null,
  wrapped_key bytea not null,
  content bytea not null,
  answered_by uuid,
  answered_at timestamptz,
  lent_until date,
  answer bytea,
  primary key (organisation_id, id),
  foreign key (organisation_id, answered_by) references membership (organisation_id, person_id),
  check ((state = 'waiting') = (answered_at is null)),
  check ((answered_at is null) = (answered_by is null)),
  check ((answered_at is null) = (answer is null)),
  check ((state = 'lent') = (lent_until is not null))
);
create unique index training_film_loan_received_once on training_film_loan (organisation_id, from_id, request_id);
alter table training_film_loan enable row level security;
alter table training_film_loan force row level security;
create policy own_organisation on training_film_loan for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on training_film_loan to oogmerk_app;
