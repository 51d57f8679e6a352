-- When the ground for keeping a police file ends, it is put away: from then on no query of the program finds it.
-- When the time in which it is kept apart is over too, it goes with everything in it, its key first of all.
alter table police_file add column put_away_at timestamptz;
create index police_file_ending on police_file (organisation_id, kind, opened_at);
grant delete on police_file, police_file_circle, police_file_note, police_file_look to oogmerk_app;
