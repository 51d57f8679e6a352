-- With a thousand organisations nobody chooses from a list: people type a part of the name or the place.
-- Every word must be in it; large and small letters and accents do not matter. Public facts only.
grant create on schema public to oogmerk_sign_in;

drop function list_sign_in_organisations();

create function find_sign_in_organisations(words text[], most int)
returns table (
  organisation_id uuid, organisation_name text, organisation_kind text, municipality text)
  language sql stable security definer set search_path = public
begin atomic
  select o.id, o.name, o.kind, o.municipality
  from sign_in_provider p join organisation o on o.id = p.organisation_id
  where not exists (
    select from unnest(words) as word
    where position(word in regexp_replace(
      lower(normalize(o.name || ' ' || coalesce(o.municipality, ''), NFD)),
      U&'[\0300-\036F]', '', 'g')) = 0)
  order by o.name, o.id
  limit most;
end;
alter function find_sign_in_organisations owner to oogmerk_sign_in;
revoke all on function find_sign_in_organisations from public;
grant execute on function find_sign_in_organisations to oogmerk_app;

revoke create on schema public from oogmerk_sign_in;
