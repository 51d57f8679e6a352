-- A word that stands in very many papers: whoever asks for it wants the newest, and reading every paper that has it to
-- put them in order is what takes long. The month of a paper stands in the index as a word of its own, so that a common
-- word is looked for month by month until a page is full.

-- What a paper is found by. The beginning is enough: there is a bound to what can be kept so. No text gives a word that
-- begins with a tilde, and no question either. It says what it costs: reading words again is never the quicker way.
create function words_of_register_paper(title text, body text, dated date) returns tsvector
  language plpgsql immutable parallel safe cost 10000
as $$
begin
  return to_tsvector('pg_catalog.dutch', title || ' ' || left(body, 100000)) || array_to_tsvector(array[
    '~' || coalesce((extract(year from dated) * 12 + extract(month from dated))::int::text, 'none')]);
end
$$;
drop index register_paper_words;
create index register_paper_words on register_paper using gin (words_of_register_paper(title, body, dated));

create or replace function find_register_papers(words text, passed int, most int)
returns table (paper_id uuid)
  language plpgsql stable security definer set search_path = public
as $$
declare
  asked constant tsquery := websearch_to_tsquery('dutch', words);
  organisation constant uuid := current_organisation_id();
  -- so many are read and put in order at once
  few constant int := 500;
  many int;
  month date;
  here uuid[];
  skip int := passed;
  wanted int := most;
begin
  select count(*) into many from (
    select from register_paper p
    where p.organisation_id = organisation and p.state <> 'set-aside'
      and words_of_register_paper(p.title, p.body, p.dated) @@ asked
    limit few + 1) found;
  if many <= few then
    return query
      select p.id from register_paper p
      where p.organisation_id = organisation and p.state <> 'set-aside'
        and words_of_register_paper(p.title, p.body, p.dated) @@ asked
      order by p.dated desc nulls last, p.id
      offset passed limit most;
    return;
  end if;
  select date_trunc('month', max(p.dated))::date into month from register_paper p
  where p.organisation_id = organisation and p.state <> 'set-aside';
  loop
    select coalesce(array_agg(p.id order by p.dated desc, p.id), '{}') into here from register_paper p
    where p.organisation_id = organisation and p.state <> 'set-aside'
      and words_of_register_paper(p.title, p.body, p.dated) @@ (asked && format('''~%s''',
        coalesce((extract(year from month) * 12 + extract(month from month))::int::text, 'none'))::tsquery);
    return query select unnest(here[skip + 1 : skip + wanted]);
    wanted := wanted - greatest(0, least(wanted, cardinality(here) - skip));
    skip := greatest(0, skip - cardinality(here));
    -- What has no day comes last.
    exit when wanted = 0 or month is null;
    select date_trunc('month', max(p.dated))::date into month from register_paper p
    where p.organisation_id = organisation and p.state <> 'set-aside' and p.dated < month;
  end loop;
end
$$;
