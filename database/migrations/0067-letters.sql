-- The progress letter of a ministry to Parliament, and every version of it. About policy, never about a person; a bound
-- figure is a name of a published figure, not a number.

create table progress_letter (
  organisation_id uuid not null,
  id uuid not null,
  state text not null check (state in ('draft', 'fixed', 'published')),
  title text not null check (char_length(title) between 1 and 200),
  -- the version that counts; each save is one more
  version int not null check (version >= 0),
  begun_by uuid not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, begun_by) references membership (organisation_id, person_id)
);
create unique index progress_letter_sent_once on progress_letter (organisation_id, begun_by, key) where key is not null;
alter table progress_letter enable row level security;
alter table progress_letter force row level security;
create policy own_organisation on progress_letter for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on progress_letter to oogmerk_app;

-- Only ever added to: what somebody wrote stays what they wrote.
create table progress_letter_version (
  organisation_id uuid not null,
  letter_id uuid not null,
  version int not null check (version > 0),
  change text not null check (change in ('began', 'frame', 'block', 'block-added', 'block-removed', 'block-moved',
    'figure-bound', 'figure-released')),
  block_id uuid,
  content jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (organisation_id, letter_id, version),
  foreign key (organisation_id, letter_id) references progress_letter (organisation_id, id),
  foreign key (organisation_id, saved_by) references membership (organisation_id, person_id)
);
alter table progress_letter_version enable row level security;
alter table progress_letter_version force row level security;
create policy own_organisation on progress_letter_version for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on progress_letter_version to oogmerk_app;
