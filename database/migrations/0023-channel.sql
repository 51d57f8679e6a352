-- Sharing: the channel between two organisations. Nobody writes in another organisation's rows: a message
-- stands in the rows of who sends it, a carrier brings it, and the recipient writes it in rows of its own.
-- Follows the rules for tenant tables in 0001-house.sql.

-- How far an organisation is with another one, in both directions. Numbers begin at 1 and leave no gap.
create table message_channel (
  organisation_id uuid not null references organisation (id),
  other_id uuid not null references organisation (id),
  -- the last number that was given to a message to the other, and the last of which is known what became
  last_sent bigint not null default 0,
  last_settled bigint not null default 0,
  -- the last number that was received from the other
  last_received bigint not null default 0,
  -- empty: at once. While a carrier holds the channel this is the moment at which its claim runs out.
  due_at timestamptz,
  -- tries in a row that settled nothing, and a code for why
  attempts int not null default 0,
  last_error text check (last_error ~ '^[a-z0-9-]{1,40}$'),
  primary key (organisation_id, other_id),
  check (organisation_id <> other_id),
  check (0 <= last_settled and last_settled <= last_sent and 0 <= last_received)
);
create index message_channel_waiting on message_channel (organisation_id, other_id)
  where last_settled < last_sent;
alter table message_channel enable row level security;
alter table message_channel force row level security;
create policy own_organisation on message_channel for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on message_channel to oogmerk_app;

-- What was sent. The words stay until it is known what became of it; the hash of them stays.
create table outgoing_message (
  organisation_id uuid not null,
  to_id uuid not null,
  number bigint not null check (number > 0),
  id uuid not null,
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  -- the sender's own record that it tells of
  about uuid,
  left_at timestamptz not null,
  hash bytea not null check (octet_length(hash) = 32),
  content_key bytea,
  content bytea,
  settled_at timestamptz,
  outcome text check (outcome in ('received', 'refused')),
  refused_because text check (refused_because ~ '^[a-z0-9-]{1,60}$'),
  primary key (organisation_id, to_id, number),
  foreign key (organisation_id, to_id) references message_channel (organisation_id, other_id),
  check ((content is null) = (content_key is null)),
  check ((outcome is null) = (settled_at is null)),
  check ((outcome is null) = (content is not null)),
  check ((outcome is not distinct from 'refused') = (refused_because is not null))
);
create unique index outgoing_message_id on outgoing_message (organisation_id, id);
create index outgoing_message_about on outgoing_message (organisation_id, about, id) where about is not null;
alter table outgoing_message enable row level security;
alter table outgoing_message force row level security;
create policy own_organisation on outgoing_message for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on outgoing_message to oogmerk_app;

-- What was received: a receipt. Its words are kept by the capability that the message was for.
create table incoming_message (
  organisation_id uuid not null,
  from_id uuid not null,
  number bigint not null check (number > 0),
  -- as the sender numbered it
  id uuid not null,
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  hash bytea not null check (octet_length(hash) = 32),
  received_at timestamptz not null,
  outcome text not null check (outcome in ('received', 'refused')),
  refused_because text check (refused_because ~ '^[a-z0-9-]{1,60}$'),
  primary key (organisation_id, from_id, number),
  foreign key (organisation_id, from_id) references message_channel (organisation_id, other_id),
  check ((outcome = 'refused') = (refused_because is not null))
);
create unique index incoming_message_id on incoming_message (organisation_id, from_id, id);
alter table incoming_message enable row level security;
alter table incoming_message force row level security;
create policy own_organisation on incoming_message for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
-- No update and no delete: what was received once stays so.
grant select, insert on incoming_message to oogmerk_app;

-- The carrier must learn where messages are waiting. This role may see of a channel whose it is, whether
-- something waits and since when it may go, and nothing else; it only owns the function below.
do $$
begin
  if not exists (select from pg_roles where rolname = 'oogmerk_channel') then
    create role oogmerk_channel nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant oogmerk_channel to %I', current_user);
end
$$;
grant usage on schema public to oogmerk_channel;
create policy carrying on message_channel for select to oogmerk_channel using (true);
grant select (organisation_id, last_sent, last_settled, due_at) on message_channel to oogmerk_channel;

create function organisations_with_messages(at timestamptz) returns setof uuid
  language sql stable security definer set search_path = public
begin atomic
  select distinct organisation_id from message_channel
  where last_settled < last_sent and (due_at is null or due_at <= at);
end;
grant create on schema public to oogmerk_channel;
alter function organisations_with_messages owner to oogmerk_channel;
revoke create on schema public from oogmerk_channel;
revoke all on function organisations_with_messages from public;
grant execute on function organisations_with_messages to oogmerk_app;
