-- The outbox gets its way to the mailbox: when a message may be tried again, and when we stop trying.
-- And what is kept no longer than needed may be deleted by the daily clean-up.

alter table outbox
  -- empty: at once. While a sender holds a message this is the moment at which its claim runs out.
  add column due_at timestamptz,
  add column gave_up_at timestamptz,
  -- A code of the mail server or of ours: no room for an address.
  add constraint outbox_error_is_a_code check (last_error ~ '^[a-z0-9-]{1,40}$'),
  add constraint outbox_ends_once check (sent_at is null or gave_up_at is null);

drop index outbox_waiting;
create index outbox_waiting on outbox (organisation_id, created_at)
  where sent_at is null and gave_up_at is null;
create index outbox_by_age on outbox (organisation_id, created_at);

-- The sender must learn where post is waiting. This role may see in the outbox which organisation and
-- when, and nothing else; it only owns the function below.
do $$
begin
  if not exists (select from pg_roles where rolname = 'oogmerk_post') then
    create role oogmerk_post nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant oogmerk_post to %I', current_user);
end
$$;
grant usage on schema public to oogmerk_post;
create policy post on outbox for select to oogmerk_post using (true);
grant select (organisation_id, due_at, sent_at, gave_up_at) on outbox to oogmerk_post;

create function organisations_with_post(at timestamptz) returns setof uuid
  language sql stable security definer set search_path = public
begin atomic
  select distinct organisation_id from outbox
  where sent_at is null and gave_up_at is null and (due_at is null or due_at <= at);
end;
grant create on schema public to oogmerk_post;
alter function organisations_with_post owner to oogmerk_post;
revoke create on schema public from oogmerk_post;
revoke all on function organisations_with_post from public;
grant execute on function organisations_with_post to oogmerk_app;

-- Each within its own organisation, as the policies on these tables already say.
grant delete on session, invitation, outbox to oogmerk_app;
