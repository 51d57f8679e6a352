-- Whoever keeps cases in any kind of organisation, as 0010-who-follows-up.sql for who follows up. A test holds
-- these roles beside platform/actor.ts.
create index membership_keeps_cases on membership (organisation_id, person_id)
  where active and roles && '{care-coordinator,municipal-coordinator,safety-coordinator,school-leader,trafficking-care-coordinator,youth-worker,safe-home-worker,expert,partner-worker}'::text[];
