-- A letter that is fixed keeps its files: made once, so that the same letter is the same bytes for ever. Published, they
-- are for everybody.

alter table progress_letter add column fixed_at timestamptz;
alter table progress_letter add column published_at timestamptz;
alter table progress_letter add check ((state = 'draft') = (fixed_at is null));
alter table progress_letter add check ((state = 'published') = (published_at is not null));

create table progress_letter_file (
  organisation_id uuid not null,
  letter_id uuid not null,
  -- 'letter' is the frozen letter itself, 'evidence' what it can be checked by; both canonical JSON
  format text not null check (format in ('letter', 'evidence', 'pdf', 'docx', 'odt')),
  content bytea not null,
  published boolean not null,
  primary key (organisation_id, letter_id, format),
  foreign key (organisation_id, letter_id) references progress_letter (organisation_id, id)
);
create index progress_letter_file_by_letter on progress_letter_file (letter_id, format) where published;
alter table progress_letter_file enable row level security;
alter table progress_letter_file force row level security;
create policy own_organisation on progress_letter_file for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on progress_letter_file to oogmerk_app;

-- Owns the doors through which everybody reads what is published: titles, days and files, and nobody who made them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'oogmerk_letters') then
    create role oogmerk_letters nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant oogmerk_letters to %I', current_user);
end
$$;
grant usage on schema public to oogmerk_letters;
create policy published on progress_letter for select to oogmerk_letters using (state = 'published');
create policy published on progress_letter_file for select to oogmerk_letters using (published);
grant select (organisation_id, id, state, title, published_at) on progress_letter to oogmerk_letters;
grant select on progress_letter_file to oogmerk_letters;
grant select on organisation to oogmerk_letters;
grant create on schema public to oogmerk_letters;

create function list_published_letters()
returns table (id uuid, title text, organisation_name text, published_at timestamptz)
  language sql stable security definer set search_path = public
begin atomic
  select l.id, l.title, g.name, l.published_at
  from progress_letter l join organisation g on g.id = l.organisation_id
  where l.state = 'published'
  order by l.id desc
  limit 500;
end;
alter function list_published_letters owner to oogmerk_letters;
revoke all on function list_published_letters from public;
grant execute on function list_published_letters to oogmerk_app;

create function find_published_letter_file(which uuid, in_format text)
returns table (content bytea)
  language sql stable security definer set search_path = public
begin atomic
  select f.content from progress_letter_file f
  where f.published and f.letter_id = which and f.format = in_format;
end;
alter function find_published_letter_file owner to oogmerk_letters;
revoke all on function find_published_letter_file from public;
grant execute on function find_published_letter_file to oogmerk_app;
revoke create on schema public from oogmerk_letters;
