-- The trail: what happened to whose record, and the Merkle tree that holds it in place.
-- The application may add and read; nothing here can be changed or taken away by it. The one
-- exception is the queue, which holds no fact of its own.

create table trail_entry (
  organisation_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'system')),
  actor_id text not null,
  actor_organisation_id uuid not null,
  actor_roles text[] not null,
  purpose text not null,
  act text not null,
  -- a pseudonym, never a name
  subject text,
  request text not null,
  details jsonb not null check (jsonb_typeof(details) = 'object'),
  -- No foreign key to organisation: it would lock the organisation's row for every entry, and the
  -- policy lets nothing in but the organisation that the transaction acts for.
  primary key (organisation_id, id)
);
-- "Who looked at this record?" Identifiers grow with time, so this is also the order of time.
create index trail_entry_by_subject on trail_entry (organisation_id, subject, id) where subject is not null;
alter table trail_entry enable row level security;
alter table trail_entry force row level security;
create policy own_organisation on trail_entry for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on trail_entry to oogmerk_app;

-- Entries that have no place in the tree yet. Filled by the statement that writes the entry, emptied
-- by the sealer: finding new entries costs the same with ten entries as with a million. No foreign
-- key: the place in the tree has one, and the writing transaction should not pay for it twice.
create table trail_unsealed (
  organisation_id uuid not null,
  entry_id uuid not null,
  primary key (organisation_id, entry_id)
) with (
  -- Rows live for a moment: clean up after a number of them, not after a share of an empty table.
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 2000
);
alter table trail_unsealed enable row level security;
alter table trail_unsealed force row level security;
create policy own_organisation on trail_unsealed for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, delete on trail_unsealed to oogmerk_app;

-- Which entry stands at which place in the organisation's tree, counted from 0.
create table trail_leaf (
  organisation_id uuid not null,
  leaf_index bigint not null check (leaf_index >= 0),
  entry_id uuid not null,
  primary key (organisation_id, leaf_index),
  unique (organisation_id, entry_id),
  foreign key (organisation_id, entry_id) references trail_entry (organisation_id, id)
);
alter table trail_leaf enable row level security;
alter table trail_leaf force row level security;
create policy own_organisation on trail_leaf for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on trail_leaf to oogmerk_app;

-- One row for every batch that was sealed.
create table trail_checkpoint (
  organisation_id uuid not null,
  tree_size bigint not null check (tree_size > 0),
  -- the signed note: size, root, the size before, the time
  note text not null,
  -- the roots of the tree's full subtrees: all that is needed to let it grow
  subtrees bytea not null check (octet_length(subtrees) % 32 = 0),
  -- the leaf hashes of this batch: what the verifier holds beside the entries to name the first misfit
  leaf_hashes bytea not null check (octet_length(leaf_hashes) > 0 and octet_length(leaf_hashes) % 32 = 0),
  primary key (organisation_id, tree_size)
);
alter table trail_checkpoint enable row level security;
alter table trail_checkpoint force row level security;
create policy own_organisation on trail_checkpoint for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on trail_checkpoint to oogmerk_app;

-- The sealer of a server that starts must learn where work is waiting. This role may see the queue's
-- organisation numbers and nothing else; it only owns the function below.
do $$
begin
  if not exists (select from pg_roles where rolname = 'oogmerk_sealing') then
    create role oogmerk_sealing nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant oogmerk_sealing to %I', current_user);
end
$$;
grant usage on schema public to oogmerk_sealing;
create policy sealing on trail_unsealed for select to oogmerk_sealing using (true);
grant select (organisation_id) on trail_unsealed to oogmerk_sealing;

create function organisations_to_seal() returns setof uuid
  language sql stable security definer set search_path = public
begin atomic
  select distinct organisation_id from trail_unsealed;
end;
grant create on schema public to oogmerk_sealing;
alter function organisations_to_seal owner to oogmerk_sealing;
revoke create on schema public from oogmerk_sealing;
revoke all on function organisations_to_seal from public;
grant execute on function organisations_to_seal to oogmerk_app;
