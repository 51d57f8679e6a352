-- The other organisations that the sharing table names as recipients, and the office of the mayor (a role
-- within a municipality).
alter table organisation drop constraint organisation_kind_check;
alter table organisation add constraint organisation_kind_check check (kind in (
  'secondary-school', 'vocational-school', 'primary-school', 'municipality', 'youth-help',
  'safe-home', 'police', 'prosecution', 'expert-group', 'child-protection-board',
  'trafficking-coordination', 'diversion-service', 'victim-support', 'probation',
  'certified-institution', 'ministry', 'research-institute'));
