-- An answer that was asked of the expert group stands in the file of an arrest; nobody here wrote it.
alter table police_file_note alter column written_by drop not null;
alter table police_file_note add check (written_by is not null or (kind = 'contact' and code = 'expert-group'));

-- What was sent stays as it was sent: another notice to the same recipient stands beside it, and one is being
-- prepared at most. Partners are numbered in the order in which they first delivered; their names are sealed.
alter table dossier_notice add column id uuid, add column written_at timestamptz;
-- No organisation is named in a migration, so where row-level security is forced an owner without superpowers finds
-- no row to fill. It is forced again before anybody else can look.
alter table dossier_notice no force row level security;
alter table dossier_decision no force row level security;
update dossier_notice n set id = gen_random_uuid(), written_at = d.signed_at from dossier_decision d
  where d.organisation_id = n.organisation_id and d.dossier_id = n.dossier_id and d.id = n.decision_id;
alter table dossier_notice force row level security;
alter table dossier_decision force row level security;
alter table dossier_notice alter column id set not null, alter column written_at set not null;
alter table dossier_notice drop constraint dossier_notice_pkey;
alter table dossier_notice add primary key (organisation_id, dossier_id, id);
alter table dossier_notice drop constraint dossier_notice_recipient_check;
alter table dossier_notice add constraint dossier_notice_recipient_check check (recipient ~ '^[a-z][a-z0-9-]{1,30}$');
create unique index dossier_notice_draft on dossier_notice (organisation_id, dossier_id, decision_id, recipient)
  where state = 'draft';
