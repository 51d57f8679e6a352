-- When an organisation is closed: school holidays and study days, as it enters them itself.
-- About nobody, so in plain words. Follows the rules for tenant tables in 0001-house.sql.
create table closed_period (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  from_day date not null,
  -- the last day on which it is closed
  until_day date not null,
  name text not null check (length(name) between 1 and 80),
  primary key (organisation_id, id),
  check (until_day >= from_day and until_day - from_day < 92)
);
alter table closed_period enable row level security;
alter table closed_period force row level security;
create policy own_organisation on closed_period for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, delete on closed_period to oogmerk_app;
