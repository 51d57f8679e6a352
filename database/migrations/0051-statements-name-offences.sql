-- Which offences of the dossier a statement of the worksheet is about. Empty: about none in particular, or written
-- down before the dossier named more than one.
alter table dossier_statement add column offences uuid[] not null default '{}';
alter table dossier_statement alter column offences drop default;
