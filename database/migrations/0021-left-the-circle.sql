-- A place in a circle also ends when somebody no longer works with pupils here; nobody writes a reason then.
alter table case_circle add column ended_by_leaving boolean not null default false;
alter table case_circle add check (ended_by_leaving <= (ended_at is not null));
-- Of somebody who works here again: the cases they coordinated and that nobody took over.
create index case_circle_left on case_circle (organisation_id, person_id, case_id) where ended_by_leaving;
