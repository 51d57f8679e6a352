-- Words in papers are found through a door: a table with rules about rows does not use an index of words for whoever the
-- rules are about, because the comparison could tell of rows that they may not see. The door looks for the organisation
-- that acts, and answers only which papers.
do $$
begin
  if not exists (select from pg_roles where rolname = 'oogmerk_papers') then
    create role oogmerk_papers nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant oogmerk_papers to %I', current_user);
end
$$;
grant usage on schema public to oogmerk_papers;
create policy found on register_paper for select to oogmerk_papers using (true);
grant select (organisation_id, id, title, body, state, dated) on register_paper to oogmerk_papers;
grant execute on function current_organisation_id to oogmerk_papers;
grant create on schema public to oogmerk_papers;

create function find_register_papers(words text, passed int, most int)
returns table (paper_id uuid)
  language sql stable security definer set search_path = public
begin atomic
  -- Found first and put in order afterwards: walking all papers by day to meet the words is far slower.
  with found as materialized (
    select p.id, p.dated from register_paper p
    where p.organisation_id = current_organisation_id() and p.state <> 'set-aside'
      and to_tsvector('dutch', p.title || ' ' || left(p.body, 100000)) @@ websearch_to_tsquery('dutch', words)
  )
  select f.id from found f
  order by f.dated desc nulls last, f.id
  offset passed limit most;
end;
alter function find_register_papers owner to oogmerk_papers;
revoke all on function find_register_papers from public;
grant execute on function find_register_papers to oogmerk_app;

revoke create on schema public from oogmerk_papers;

-- By its number, whatever its state.
create index register_paper_by_reference on register_paper (organisation_id, reference);
