-- Advice: a question to another organisation without the young person, and what was said on it. Both sides
-- keep rows of their own, under the same number. Follows the rules for tenant tables in 0001-house.sql.

create table advice_question (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- who asked, or whom it was asked of
  side text not null check (side in ('asked', 'received')),
  other_id uuid not null references organisation (id),
  -- the reference that both can say on the telephone
  code text not null check (code ~ '^V-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  -- how far whoever advises is; whether whoever asked closed it stands apart
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'asked-back', 'answered', 'ended')),
  -- the question back that waits for a reply
  pending_id uuid,
  -- it did not arrive, and a code for why
  undelivered_because text check (undelivered_because ~ '^[a-z0-9-]{1,60}$'),
  -- the own case that it is about; never leaves the organisation
  case_id uuid,
  asked_by uuid,
  -- who has it, of those who advise
  holder_id uuid,
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  -- steps so far, so that each has its own place
  steps int not null default 0,
  key uuid,
  content_key bytea not null,
  content bytea not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, holder_id) references membership (organisation_id, person_id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  check ((side = 'asked') = (asked_by is not null)),
  check (side = 'asked' or (case_id is null and key is null and undelivered_because is null)),
  check (side = 'received' or holder_id is null),
  check (pending_id is null or state = 'asked-back'),
  check (organisation_id <> other_id)
);
create unique index advice_question_code on advice_question (organisation_id, code) where side = 'asked';
create unique index advice_question_once on advice_question (organisation_id, asked_by, key) where key is not null;
create index advice_question_case on advice_question (organisation_id, case_id, id) where case_id is not null;
create index advice_question_side on advice_question (organisation_id, side, id);
alter table advice_question enable row level security;
alter table advice_question force row level security;
create policy own_organisation on advice_question for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on advice_question to oogmerk_app;

-- What was said and done, on both sides, in the order in which it stands in these rows.
create table advice_step (
  organisation_id uuid not null,
  question_id uuid not null,
  number int not null check (number > 0),
  id uuid not null,
  act text not null check (act in ('add', 'reply', 'close', 'take', 'answer', 'ask-back', 'end')),
  -- of this organisation; otherwise it came from the other, which does not say who
  by_person uuid,
  at timestamptz not null,
  -- the other never got it, and a code for why
  undelivered_because text check (undelivered_because ~ '^[a-z0-9-]{1,60}$'),
  key uuid,
  content bytea not null,
  primary key (organisation_id, question_id, number),
  foreign key (organisation_id, question_id) references advice_question (organisation_id, id),
  foreign key (organisation_id, by_person) references membership (organisation_id, person_id),
  check (by_person is not null or (key is null and undelivered_because is null))
);
create unique index advice_step_id on advice_step (organisation_id, id);
create unique index advice_step_once on advice_step (organisation_id, question_id, by_person, key) where key is not null;
alter table advice_step enable row level security;
alter table advice_step force row level security;
create policy own_organisation on advice_step for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on advice_step to oogmerk_app;
