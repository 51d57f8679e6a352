-- A published letter stays where it is. What was wrong in it is told by a letter that corrects it; each leads to the other.
-- A draft that comes to nothing is put away, and can be put back.
alter table progress_letter add column corrects uuid;
alter table progress_letter add column put_away_at timestamptz;
alter table progress_letter add foreign key (organisation_id, corrects) references progress_letter (organisation_id, id);
alter table progress_letter add check (corrects <> id);
alter table progress_letter add check (put_away_at is null or state = 'draft');
-- Two people who begin in the same moment begin one.
create unique index progress_letter_by_corrected on progress_letter (organisation_id, corrects) where put_away_at is null;

alter table progress_letter_event drop constraint progress_letter_event_kind_check;
alter table progress_letter_event add constraint progress_letter_event_kind_check
  check (kind in ('sent', 'approved', 'approved-earlier', 'changes', 'voided', 'withdrawn', 'undelivered', 'fixed',
    'published', 'taken-back', 'put-away', 'put-back'));

grant select (corrects) on progress_letter to oogmerk_letters;
grant create on schema public to oogmerk_letters;
drop function list_published_letters();
-- All of them, or one.
create function list_published_letters(which uuid)
returns table (id uuid, title text, organisation_name text, published_at timestamptz, corrects uuid, corrected_by uuid)
  language sql stable security definer set search_path = public
begin atomic
  select l.id, l.title, g.name, l.published_at,
    -- A letter that was taken back is not told of: what its owner may read here is what is published.
    (select o.id from progress_letter o where o.organisation_id = l.organisation_id and o.id = l.corrects
      and o.state = 'published'),
    (select c.id from progress_letter c where c.organisation_id = l.organisation_id and c.corrects = l.id
      and c.state = 'published')
  from progress_letter l join organisation g on g.id = l.organisation_id
  where l.state = 'published' and (which is null or l.id = which)
  order by l.id desc
  limit 500;
end;
alter function list_published_letters owner to oogmerk_letters;
revoke all on function list_published_letters from public;
grant execute on function list_published_letters to oogmerk_app;
revoke create on schema public from oogmerk_letters;
