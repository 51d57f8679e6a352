-- What was taken into a police file out of what another organisation delivered, and was recalled there.
alter table police_file_note add column recalled_at timestamptz;
