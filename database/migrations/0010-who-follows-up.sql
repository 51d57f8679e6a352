-- Whom a new signal is told to: a handful of the hundreds who work at a school. Without it every
-- recorded signal reads them all. A test holds these roles beside access.ts of the signals.
create index membership_follows_up on membership (organisation_id, person_id)
  where active and roles && '{care-coordinator,municipal-coordinator,safety-coordinator,school-leader}'::text[];
