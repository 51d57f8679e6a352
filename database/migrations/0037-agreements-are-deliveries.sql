-- What an organisation wrote down to bring to a table, and what an agreement left behind on both sides.

alter table round_table_item drop constraint round_table_item_kind_check;
alter table round_table_item add constraint round_table_item_kind_check
  check (kind in ('contribution', 'written', 'brought', 'agreement', 'minutes', 'word'));
alter table round_table_item
  -- over exactly what left, the same on both sides
  add column hash bytea check (octet_length(hash) = 32),
  -- with whom it did not arrive
  add column undelivered_to uuid[] not null default '{}';

-- What did not arrive with an organisation that sits there: the invitation, or the end.
alter table round_table_seat
  add column undelivered text check (undelivered in ('invite', 'end')),
  add column undelivered_because text check (undelivered_because ~ '^[a-z0-9-]{1,60}$'),
  add constraint round_table_seat_undelivered_whole check ((undelivered is null) = (undelivered_because is null));
create index round_table_open on round_table (organisation_id, on_day, id) where ended_at is null;
create index round_table_kept on round_table (organisation_id, keep_until, id) where content is not null;
