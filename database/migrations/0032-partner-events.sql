-- Partners: that something happened, for programs that listen; and organisations on other servers.
-- Follows the rules for tenant tables in 0001-house.sql.

-- How far the feed of an organisation is. Whoever reads it first numbers what was committed meanwhile, under a
-- lock on this row: numbers leave no gap, so asking for what came after a number misses nothing, and an act
-- that leaves an event waits for nobody.
create table partner_feed (
  organisation_id uuid not null references organisation (id),
  last_number bigint not null,
  primary key (organisation_id)
);
alter table partner_feed enable row level security;
alter table partner_feed force row level security;
create policy own_organisation on partner_feed for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on partner_feed to oogmerk_app;

-- That something happened, and the number of what it happened to. Never what, never about whom.
create table partner_event (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  number bigint check (number > 0),
  type text not null check (type ~ '^[a-z.-]{1,80}$'),
  subject uuid not null,
  happened_at timestamptz not null,
  primary key (organisation_id, id)
);
create unique index partner_event_number on partner_event (organisation_id, number);
create index partner_event_new on partner_event (organisation_id, id) where number is null;
create index partner_event_age on partner_event (organisation_id, happened_at);
alter table partner_event enable row level security;
alter table partner_event force row level security;
create policy own_organisation on partner_event for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on partner_event to oogmerk_app;

-- Where a program wants to be told, and how far we are with that.
create table partner_webhook (
  organisation_id uuid not null,
  program_id uuid not null,
  address text not null check (address ~ '^https://' and length(address) <= 500),
  -- the last event that arrived there
  told bigint not null,
  -- empty: at once. While somebody is telling it, the moment at which that claim runs out.
  due_at timestamptz,
  attempts int not null default 0,
  last_error text check (last_error ~ '^[a-z0-9-]{1,40}$'),
  primary key (organisation_id, program_id),
  foreign key (organisation_id, program_id) references partner_program (organisation_id, id),
  foreign key (organisation_id) references partner_feed (organisation_id)
);
alter table partner_webhook enable row level security;
alter table partner_webhook force row level security;
create policy own_organisation on partner_webhook for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update, delete on partner_webhook to oogmerk_app;

-- The teller must learn where something waits. This role sees of a webhook only whose it is, how far it is
-- and since when it may go, and it only owns the function below.
do $$
begin
  if not exists (select from pg_roles where rolname = 'oogmerk_partners') then
    create role oogmerk_partners nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant oogmerk_partners to %I', current_user);
end
$$;
grant usage on schema public to oogmerk_partners;
create policy telling on partner_webhook for select to oogmerk_partners using (true);
create policy telling on partner_feed for select to oogmerk_partners using (true);
create policy telling on partner_event for select to oogmerk_partners using (true);
grant select (organisation_id, told, due_at) on partner_webhook to oogmerk_partners;
grant select (organisation_id, last_number) on partner_feed to oogmerk_partners;
grant select (organisation_id, number) on partner_event to oogmerk_partners;

create function organisations_with_webhooks(at timestamptz) returns setof uuid
  language sql stable security definer set search_path = public
begin atomic
  select distinct w.organisation_id from partner_webhook w
  join partner_feed f on f.organisation_id = w.organisation_id
  where (w.due_at is null or w.due_at <= at) and (w.told < f.last_number or exists (
    select from partner_event e where e.organisation_id = w.organisation_id and e.number is null));
end;
grant create on schema public to oogmerk_partners;
alter function organisations_with_webhooks owner to oogmerk_partners;
revoke create on schema public from oogmerk_partners;
revoke all on function organisations_with_webhooks from public;
grant execute on function organisations_with_webhooks to oogmerk_app;

-- An organisation that works on another server, and where that is. Set by the operator: facts about servers,
-- no personal data, so no policy; the application only reads it.
create table peer (
  id uuid primary key references organisation (id),
  address text not null check (address ~ '^https?://' and length(address) <= 500),
  added_at timestamptz not null,
  ended_at timestamptz
);
grant select on peer to oogmerk_app;
