-- The school's own protocol as editions, and its runs: in a case, or as a drill on a made-up story. Words are
-- sealed: an edition's with a key of its own, a run's with the key of its case, a drill's with a key of its
-- own. Codes, dates and states stay plain for lists. Follows the rules for tenant tables in 0001-house.sql.

create table protocol_edition (
  organisation_id uuid not null,
  id uuid not null,
  number int not null check (number > 0),
  -- an edition in force never changes: a newer one replaces it
  state text not null check (state in ('draft', 'in-force', 'replaced')),
  -- the edition of the worked example that it began with
  example text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  in_force_by uuid,
  in_force_at timestamptz,
  replaced_at timestamptz,
  content_key bytea not null,
  content bytea not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, in_force_by) references membership (organisation_id, person_id),
  check ((state = 'draft') = (in_force_at is null)),
  check ((state = 'replaced') = (replaced_at is not null))
);
create unique index protocol_edition_number on protocol_edition (organisation_id, number);
create unique index protocol_edition_draft on protocol_edition (organisation_id) where state = 'draft';
create unique index protocol_edition_in_force on protocol_edition (organisation_id) where state = 'in-force';
alter table protocol_edition enable row level security;
alter table protocol_edition force row level security;
create policy own_organisation on protocol_edition for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
-- Only a draft is ever deleted.
grant select, insert, update, delete on protocol_edition to oogmerk_app;

create table protocol_run (
  organisation_id uuid not null,
  id uuid not null,
  edition_id uuid not null,
  state text not null check (state in ('running', 'immediate', 'ended')),
  case_id uuid,
  -- the story of a drill, and how many minutes one day of a term lasts in it
  drill text,
  minutes_per_day int check (minutes_per_day between 1 and 60),
  started_by uuid not null,
  started_at timestamptz not null,
  -- the day from which its terms are counted: that of the signal, when it began later
  counts_from date not null,
  ended_at timestamptz,
  -- of a drill only; a case has its own key
  content_key bytea,
  -- what was answered to the choices of the steps, sealed
  answers bytea not null,
  -- of the form that started it
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references protocol_edition (organisation_id, id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  foreign key (organisation_id, started_by) references membership (organisation_id, person_id),
  check ((state = 'ended') = (ended_at is not null)),
  check ((case_id is null) = (drill is not null)),
  check ((case_id is null) = (content_key is not null)),
  check ((case_id is null) = (minutes_per_day is not null))
);
create unique index protocol_run_once on protocol_run (organisation_id, case_id) where state <> 'ended' and case_id is not null;
create unique index protocol_run_sent_once on protocol_run (organisation_id, started_by, key) where key is not null;
create index protocol_run_by_case on protocol_run (organisation_id, case_id, started_at) where case_id is not null;
create index protocol_run_drills on protocol_run (organisation_id, started_at) where drill is not null;
alter table protocol_run enable row level security;
alter table protocol_run force row level security;
create policy own_organisation on protocol_run for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
-- Only a drill is ever deleted.
grant select, insert, update, delete on protocol_run to oogmerk_app;

create table protocol_step (
  organisation_id uuid not null,
  run_id uuid not null,
  -- its name in the edition
  step text not null,
  -- under which its task stands in the day list
  id uuid not null,
  state text not null check (state in ('waiting', 'open', 'done', 'skipped', 'not-needed', 'set-aside')),
  round int not null check (round > 0),
  opened_at timestamptz,
  due_on date,
  -- in a drill a term is minutes
  due_at timestamptz,
  primary key (organisation_id, run_id, step),
  foreign key (organisation_id, run_id) references protocol_run (organisation_id, id),
  check ((state = 'open') <= (opened_at is not null))
);
alter table protocol_step enable row level security;
alter table protocol_step force row level security;
create policy own_organisation on protocol_step for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on protocol_step to oogmerk_app;

-- What happened in a run, in order; only ever added to, and deleted with a drill.
create table protocol_event (
  organisation_id uuid not null,
  run_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('started', 'done', 'skipped', 'immediate', 'resumed', 'stopped')),
  step text,
  round int,
  happened_at timestamptz not null,
  by_person uuid not null,
  -- since when the step was open and what its term was, for whoever looks back
  opened_at timestamptz,
  due_on date,
  due_at timestamptz,
  words bytea,
  key uuid,
  primary key (organisation_id, run_id, id),
  foreign key (organisation_id, run_id) references protocol_run (organisation_id, id),
  foreign key (organisation_id, by_person) references membership (organisation_id, person_id),
  check ((kind in ('done', 'skipped')) = (step is not null)),
  check ((step is null) = (round is null))
);
create unique index protocol_event_once on protocol_event (organisation_id, run_id, step, round) where step is not null;
create unique index protocol_event_sent_once on protocol_event (organisation_id, run_id, by_person, kind, key) where key is not null;
alter table protocol_event enable row level security;
alter table protocol_event force row level security;
create policy own_organisation on protocol_event for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, delete on protocol_event to oogmerk_app;
