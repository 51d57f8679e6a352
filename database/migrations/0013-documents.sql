-- Documents and images in a case: sealed part by part with a key of their own, which the case's key wraps.
-- Follows the rules for tenant tables in 0001-house.sql.

create table case_document (
  organisation_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('pdf', 'jpeg', 'png', 'webp', 'text', 'docx', 'odt')),
  -- bytes, and in how many sealed parts they stand in case_document_chunk
  size int not null check (size > 0 and size <= 16777216),
  chunks int not null check (chunks > 0),
  added_by uuid not null,
  added_at timestamptz not null,
  -- the line in the file that says it was added
  entry_id uuid not null,
  -- of the form that sent it
  key uuid,
  -- null once it is removed: parts that still lie around in the database's files open no more
  content_key bytea,
  content bytea,
  removed_by uuid,
  removed_at timestamptz,
  removed_words bytea,
  primary key (organisation_id, case_id, id),
  foreign key (organisation_id, case_id) references case_file (organisation_id, id),
  foreign key (organisation_id, case_id, entry_id) references case_entry (organisation_id, case_id, id),
  foreign key (organisation_id, added_by) references membership (organisation_id, person_id),
  foreign key (organisation_id, removed_by) references membership (organisation_id, person_id),
  check ((content_key is null) = (content is null)),
  check ((content_key is null) = (removed_at is not null)),
  check ((removed_at is null) = (removed_by is null)),
  check ((removed_at is null) = (removed_words is null))
);
create unique index case_document_sent_once on case_document (organisation_id, case_id, key) where key is not null;
alter table case_document enable row level security;
alter table case_document force row level security;
create policy own_organisation on case_document for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on case_document to oogmerk_app;

create table case_document_chunk (
  organisation_id uuid not null,
  case_id uuid not null,
  document_id uuid not null,
  nth int not null check (nth >= 0),
  content bytea not null,
  primary key (organisation_id, case_id, document_id, nth),
  foreign key (organisation_id, case_id, document_id) references case_document (organisation_id, case_id, id)
);
-- Sealed bytes look random: trying to make them smaller only takes time.
alter table case_document_chunk alter column content set storage external;
alter table case_document_chunk enable row level security;
alter table case_document_chunk force row level security;
create policy own_organisation on case_document_chunk for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, delete on case_document_chunk to oogmerk_app;
