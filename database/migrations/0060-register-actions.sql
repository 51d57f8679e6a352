-- Actions of a ministry per line of action, and what happened to each. About policy, never about a person; papers of
-- Parliament are knowledge and stand in no table.

create table register_action (
  organisation_id uuid not null,
  id uuid not null,
  line text not null check (char_length(line) between 1 and 80),
  title text not null check (char_length(title) between 1 and 160),
  -- a part of a ministry or an organisation, not a person
  owner text not null check (char_length(owner) between 1 and 80),
  partners text[] not null check (cardinality(partners) <= 20),
  -- codes of what Parliament asked or was promised, to which this action answers
  items text[] not null check (cardinality(items) <= 50),
  starts_on date,
  due_on date,
  state text not null check (state in ('not-started', 'running', 'delayed', 'done', 'dropped')),
  development text not null check (char_length(development) <= 1000),
  next_step text not null check (char_length(next_step) <= 500),
  -- counts changes: whoever changes it says which one they read
  version int not null,
  added_by uuid not null,
  added_at timestamptz not null,
  changed_at timestamptz not null,
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, added_by) references membership (organisation_id, person_id),
  check (starts_on <= due_on)
);
create unique index register_action_sent_once on register_action (organisation_id, added_by, key) where key is not null;
create index register_action_by_day on register_action (organisation_id, due_on, id);
alter table register_action enable row level security;
alter table register_action force row level security;
create policy own_organisation on register_action for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
-- No delete: an action that is not done any more is dropped, and that is told.
grant select, insert, update on register_action to oogmerk_app;

-- Who did what with an action, when, and how it stood then; only ever added to.
create table register_action_event (
  organisation_id uuid not null,
  action_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('added', 'changed', 'told')),
  state text not null check (state in ('not-started', 'running', 'delayed', 'done', 'dropped')),
  due_on date,
  development text not null check (char_length(development) <= 1000),
  next_step text not null check (char_length(next_step) <= 500),
  evidence text not null check (char_length(evidence) <= 300),
  happened_at timestamptz not null,
  by_person uuid not null,
  key uuid,
  primary key (organisation_id, action_id, id),
  foreign key (organisation_id, action_id) references register_action (organisation_id, id),
  foreign key (organisation_id, by_person) references membership (organisation_id, person_id)
);
create unique index register_action_event_sent_once on register_action_event (organisation_id, by_person, key)
  where key is not null;
alter table register_action_event enable row level security;
alter table register_action_event force row level security;
create policy own_organisation on register_action_event for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on register_action_event to oogmerk_app;
