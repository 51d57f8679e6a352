-- What a program of the organisation sends: for named lines of the sharing table, each time decided by somebody whom
-- the program names. Their names and words are sealed with the disclosure; the role in which they decided is plain,
-- because whoever holds it here sees what was sent.

alter table partner_program
  add column lines text[] not null default '{}',
  add constraint partner_program_lines check (cardinality(lines) <= 100);

alter table disclosure
  alter column made_by drop not null,
  add column program_id uuid,
  add column by_role text,
  add foreign key (organisation_id, program_id) references partner_program (organisation_id, id),
  add constraint disclosure_made_by_one check ((made_by is null) = (program_id is not null)),
  add constraint disclosure_program_whole check ((program_id is null) = (by_role is null)),
  -- The file of what a program brings is the disclosure itself.
  add constraint disclosure_program_file check (
    case when program_id is null then file_kind <> 'partner-system'
      else file_kind = 'partner-system' and file_id = id end);
create index disclosure_by_program on disclosure (organisation_id, program_id, id) where program_id is not null;
create index disclosure_by_role on disclosure (organisation_id, by_role, id) where by_role is not null;
