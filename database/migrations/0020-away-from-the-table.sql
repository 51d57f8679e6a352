-- Somebody who should not sit at the table of an intervision is taken away from it. The row stays, because
-- what they laid down stays, under their name, and because the code must not let them in again.

alter table intervision_participant add column removed_at timestamptz;
