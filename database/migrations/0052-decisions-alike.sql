-- By what decisions of one office are laid side by side, as it was when they were signed: the forms of exploitation
-- that the dossier named, and the age of the young person on the day of the first offence. Of what was signed before,
-- neither is known.
alter table dossier_decision
  add column forms text[] not null default '{}',
  add column age_band text not null default 'unknown'
    check (age_band in ('under-12', '12-15', '16-17', '18-and-over', 'unknown'));
alter table dossier_decision alter column forms drop default, alter column age_band drop default;
