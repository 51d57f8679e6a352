-- Intervision: colleagues who think together about a pupil, a group or a place, each on their own device.
-- Words are sealed with a key per intervision; destroying that key erases them. What was decided has a key
-- of its own, because it stays when the rest is erased. Follows the rules in 0001-house.sql.

create table intervision (
  organisation_id uuid not null,
  id uuid not null,
  method text not null,
  -- which edition of the method it was held under, and its phases in order
  edition text not null,
  phases text[] not null check (cardinality(phases) > 0),
  -- in which of them people write before anything is shown, whatever a later edition says
  silent text[] not null,
  about text not null check (about in ('pupil', 'group', 'place')),
  state text not null check (state in ('gathering', 'running', 'ended')),
  on_paper boolean not null default false,
  -- the case it is about; its code is shown to the circle of that case only
  case_id uuid,
  taken_to_case_at timestamptz,
  phase int not null default 0 check (phase >= 0),
  -- phases whose cards were turned; they never turn back
  revealed text[] not null default '{}',
  phase_started_at timestamptz,
  -- counts what everybody at the table may see change
  revision int not null default 1,
  facilitator_id uuid not null,
  inbrenger_id uuid,
  started_by uuid not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  -- the code to join with, findable but not readable; gone once it has ended
  code_index bytea,
  -- null once the words are erased
  content_key bytea,
  content bytea,
  -- sealed with the key above: the sharpened question and what was agreed
  conclusion bytea,
  outcome text check (outcome in
    ('more-care', 'support-team', 'protective-suffices', 'exploitation-route', 'next-step')),
  owner_id uuid,
  due_on date,
  -- what the pupil and the parents will hear, with a key of its own
  told_key bytea,
  told bytea,
  -- of the form that started it
  key uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, facilitator_id) references membership (organisation_id, person_id),
  foreign key (organisation_id, inbrenger_id) references membership (organisation_id, person_id),
  foreign key (organisation_id, started_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, owner_id) references membership (organisation_id, person_id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  check ((state = 'ended') = (ended_at is not null)),
  check (state <> 'ended' or code_index is null)
);
create unique index intervision_code on intervision (organisation_id, code_index) where code_index is not null;
create unique index intervision_sent on intervision (organisation_id, started_by, key);
create index intervision_by_case on intervision (organisation_id, case_id) where case_id is not null;
create index intervision_by_age on intervision (organisation_id, changed_at) where content_key is not null;
alter table intervision enable row level security;
alter table intervision force row level security;
create policy own_organisation on intervision for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on intervision to oogmerk_app;

-- Who joined. Who is here may see it; nobody else can tell that it exists.
create table intervision_participant (
  organisation_id uuid not null,
  intervision_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null,
  -- the phase for which this person said to be ready
  ready_for text,
  -- what this person is typing now, sealed with the key of the intervision; seen by nobody else
  draft bytea,
  primary key (organisation_id, intervision_id, person_id),
  foreign key (organisation_id, intervision_id) references intervision (organisation_id, id),
  foreign key (organisation_id, person_id) references membership (organisation_id, person_id)
);
create index intervision_by_person on intervision_participant (organisation_id, person_id, intervision_id);
alter table intervision_participant enable row level security;
alter table intervision_participant force row level security;
create policy own_organisation on intervision_participant for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on intervision_participant to oogmerk_app;

create table intervision_contribution (
  organisation_id uuid not null,
  intervision_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  phase text not null,
  kind text not null check (kind in
    ('fact', 'thought', 'mark', 'explanation', 'unknown', 'question', 'advice', 'insight')),
  written_at timestamptz not null,
  -- laid down after the cards were turned
  late boolean not null,
  -- of the form that was sent: a retry never doubles
  key uuid not null,
  -- null once its writer took it back: the key stays, so that a retry does not bring it back
  content bytea,
  primary key (organisation_id, intervision_id, id),
  foreign key (organisation_id, intervision_id, person_id)
    references intervision_participant (organisation_id, intervision_id, person_id)
);
create unique index intervision_contribution_sent
  on intervision_contribution (organisation_id, intervision_id, person_id, key);
alter table intervision_contribution enable row level security;
alter table intervision_contribution force row level security;
create policy own_organisation on intervision_contribution for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on intervision_contribution to oogmerk_app;
