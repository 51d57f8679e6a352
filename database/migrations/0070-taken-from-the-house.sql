-- What somebody took over from the House into the register of the ministry: which item became of it.
alter table parliament_row
  add column item_id uuid,
  add foreign key (organisation_id, item_id) references register_item (organisation_id, id),
  add check (item_id is null or seen_by is not null);
