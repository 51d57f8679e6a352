-- The key of the form that was sent: when a browser or an impatient hand sends it twice, the second is
-- answered as the first. Recording needs none: the number of its draft serves.
alter table signal_event add column key uuid;
create unique index signal_event_key on signal_event (organisation_id, signal_id, by_person, kind, key)
  where key is not null;

alter table signal_draft add column key uuid;
create unique index signal_draft_key on signal_draft (organisation_id, person_id, key)
  where key is not null;
