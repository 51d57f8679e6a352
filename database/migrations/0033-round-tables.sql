-- Round tables: organisations around one question. Each keeps rows of its own; nothing is common property.
-- Follows the rules for tenant tables in 0001-house.sql.

create table round_table (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  convener_id uuid not null references organisation (id),
  code text not null check (code ~ '^O-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  aim text not null check (aim ~ '^[a-z0-9-]{1,40}$'),
  on_day date not null,
  -- the own case of the convener; never leaves the organisation
  case_id uuid,
  made_by uuid,
  made_at timestamptz not null,
  ended_at timestamptz,
  -- what stays after the end goes after this day
  keep_until date,
  key uuid,
  -- question, agenda and place; gone when this organisation left or it ended
  content_key bytea,
  content bytea,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  check ((content is null) = (content_key is null)),
  check ((ended_at is null) = (keep_until is null)),
  check ((made_by is not null) = (convener_id = organisation_id)),
  check (convener_id = organisation_id or (case_id is null and key is null))
);
create unique index round_table_once on round_table (organisation_id, made_by, key) where key is not null;
create index round_table_day on round_table (organisation_id, on_day, id);
alter table round_table enable row level security;
alter table round_table force row level security;
create policy own_organisation on round_table for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on round_table to oogmerk_app;

-- Who was invited, in which role, as far as this organisation knows.
create table round_table_seat (
  organisation_id uuid not null,
  table_id uuid not null,
  party_id uuid not null references organisation (id),
  role text not null check (role ~ '^[a-z-]{1,40}$'),
  state text not null check (state in ('invited', 'joined', 'declined', 'left')),
  primary key (organisation_id, table_id, party_id),
  foreign key (organisation_id, table_id) references round_table (organisation_id, id)
);
alter table round_table_seat enable row level security;
alter table round_table_seat force row level security;
create policy own_organisation on round_table_seat for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on round_table_seat to oogmerk_app;

-- What was brought, agreed, written down and said on that.
create table round_table_item (
  organisation_id uuid not null,
  table_id uuid not null,
  number int not null check (number > 0),
  id uuid not null,
  kind text not null check (kind in ('contribution', 'brought', 'agreement', 'minutes', 'word')),
  from_id uuid not null references organisation (id),
  -- for whom; empty is everybody at the table
  to_id uuid references organisation (id),
  state text not null check (state in
    ('given', 'proposed', 'accepted', 'refused', 'done', 'not-done', 'fixed', 'approved', 'remarked')),
  -- of the minutes, and of a word on them
  version int check (version > 0),
  -- the last day of an agreement, or to say something of the minutes
  due_on date,
  -- of this organisation
  by_person uuid,
  at timestamptz not null,
  undelivered_because text check (undelivered_because ~ '^[a-z0-9-]{1,60}$'),
  -- the own case in which an agreement is a task
  case_id uuid,
  key uuid,
  content_key bytea,
  content bytea,
  primary key (organisation_id, table_id, number),
  foreign key (organisation_id, table_id) references round_table (organisation_id, id),
  foreign key (organisation_id, by_person) references membership (organisation_id, person_id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  check ((content is null) = (content_key is null))
);
create unique index round_table_item_id on round_table_item (organisation_id, id);
create unique index round_table_item_once on round_table_item (organisation_id, table_id, by_person, key) where key is not null;
alter table round_table_item enable row level security;
alter table round_table_item force row level security;
create policy own_organisation on round_table_item for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on round_table_item to oogmerk_app;
