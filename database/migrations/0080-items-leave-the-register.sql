-- What was put in by mistake leaves the register, its lists and its letters; it keeps its history and can come back.
alter table register_item add column taken_out boolean not null default false;
alter table register_item_event drop constraint register_item_event_kind_check;
alter table register_item_event add constraint register_item_event_kind_check
  check (kind in ('added', 'changed', 'told', 'mentioned', 'taken-out', 'put-back'));
-- Nothing is taken out without a word of why.
alter table register_item_event add check (kind <> 'taken-out' or says <> '');
