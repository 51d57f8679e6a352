-- Figures: what an organisation counts of its own rows, what the ministry receives, and what everybody reads.
-- No person and no case stands in it. Counts are exact and may be small, so they are sealed; what everybody reads went
-- through disclosure control (decisions 217-220, 239-240). Follows the rules for tenant tables in 0001-house.sql.

-- The one ministry that makes national figures; the operator says which.
alter table organisation add column makes_national_figures boolean not null default false,
  add constraint organisation_national_figures_kind check (not makes_national_figures or kind = 'ministry');
create unique index organisation_national_figures on organisation (makes_national_figures) where makes_national_figures;

-- Whether an organisation publishes, and to whom.
create table figure_publishing (
  organisation_id uuid not null,
  ministry_id uuid not null references organisation (id),
  -- of periods that begin on this day or later
  since date not null,
  turned_on_by uuid not null,
  turned_on_at timestamptz not null,
  turned_off_at timestamptz,
  primary key (organisation_id),
  foreign key (organisation_id, turned_on_by) references membership (organisation_id, person_id)
);

-- What an organisation published, as it was sent; a correction is the next number.
create table figure_count (
  organisation_id uuid not null,
  id uuid not null,
  definition text not null check (definition ~ '^[a-z0-9-]{1,60}$'),
  definition_version int not null check (definition_version > 0),
  period text not null check (period ~ '^[0-9]{4}(-q[1-4])?$'),
  number int not null check (number > 0),
  ministry_id uuid not null references organisation (id),
  counted_at timestamptz not null,
  -- who had it counted again; nobody when the job did it
  counted_by uuid,
  state text not null default 'sent' check (state in ('sent', 'received', 'refused')),
  refused_because text,
  content_key bytea not null,
  content bytea not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, counted_by) references membership (organisation_id, person_id),
  check ((state = 'refused') = (refused_because is not null))
);
create unique index figure_count_once on figure_count (organisation_id, definition, period, number);

-- What the ministry received of each organisation: raw material, opened only where an edition is made.
create table figure_received (
  organisation_id uuid not null,
  id uuid not null,
  from_id uuid not null references organisation (id),
  definition text not null check (definition ~ '^[a-z0-9-]{1,60}$'),
  definition_version int not null check (definition_version > 0),
  period text not null check (period ~ '^[0-9]{4}(-q[1-4])?$'),
  number int not null check (number > 0),
  received_at timestamptz not null,
  content_key bytea not null,
  content bytea not null,
  primary key (organisation_id, id)
);
create unique index figure_received_once on figure_received (organisation_id, definition, period, from_id, number);

-- What everybody reads. Never changed and never taken back: what was told was told.
create table figure_edition (
  organisation_id uuid not null,
  definition text not null check (definition ~ '^[a-z0-9-]{1,60}$'),
  period text not null check (period ~ '^[0-9]{4}(-q[1-4])?$'),
  edition int not null check (edition > 0),
  published_on date not null,
  organisations int not null check (organisations >= 5),
  -- canonical JSON, and its SHA-256
  content text not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (organisation_id, definition, period, edition)
);

-- Which counts of which organisation are in an edition: what the next one is held against.
create table figure_edition_member (
  organisation_id uuid not null,
  definition text not null,
  period text not null,
  edition int not null,
  from_id uuid not null references organisation (id),
  number int not null,
  primary key (organisation_id, definition, period, edition, from_id),
  foreign key (organisation_id, definition, period, edition)
    references figure_edition (organisation_id, definition, period, edition)
);

do $$
declare t text;
begin
  foreach t in array array['figure_publishing', 'figure_count', 'figure_received', 'figure_edition',
    'figure_edition_member'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_organisation on %I for all to oogmerk_app
      using (organisation_id = current_organisation_id()) with check (organisation_id = current_organisation_id())', t);
  end loop;
end
$$;
grant select, insert, update on figure_publishing to oogmerk_app;
-- Raw material goes after its term (knowledge/clocks/retention.yaml).
grant select, insert, update, delete on figure_count to oogmerk_app;
-- Update is only for locking what is forgotten.
grant select, insert, update, delete on figure_received to oogmerk_app;
grant select, insert on figure_edition, figure_edition_member to oogmerk_app;

-- Owns the doors through which everybody reads national figures, and how many organisations published. It sees no count.
do $$
begin
  if not exists (select from pg_roles where rolname = 'oogmerk_figures') then
    create role oogmerk_figures nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant oogmerk_figures to %I', current_user);
end
$$;
grant usage on schema public to oogmerk_figures;
create policy told on figure_edition for select to oogmerk_figures using (true);
grant select on figure_edition to oogmerk_figures;
create policy how_many on figure_received for select to oogmerk_figures using (true);
grant select (organisation_id, from_id, definition, period) on figure_received to oogmerk_figures;
grant select on organisation to oogmerk_figures;
grant create on schema public to oogmerk_figures;

create function list_national_figures(of_definition text, of_period text)
returns table (definition text, period text, edition int, published_on date, organisations int, content text, hash bytea)
  language sql stable security definer set search_path = public
begin atomic
  select e.definition, e.period, e.edition, e.published_on, e.organisations, e.content, e.hash
  from figure_edition e join organisation o on o.id = e.organisation_id
  where o.makes_national_figures and (of_definition is null or e.definition = of_definition)
    and (of_period is null or e.period = of_period)
  order by e.definition, e.period, e.edition;
end;
alter function list_national_figures owner to oogmerk_figures;
revoke all on function list_national_figures from public;
grant execute on function list_national_figures to oogmerk_app;

create function count_figure_publishers()
returns table (definition text, period text, organisations int)
  language sql stable security definer set search_path = public
begin atomic
  select r.definition, r.period, count(distinct r.from_id)::int
  from figure_received r join organisation o on o.id = r.organisation_id
  where o.makes_national_figures
  group by r.definition, r.period
  order by r.definition, r.period;
end;
alter function count_figure_publishers owner to oogmerk_figures;
revoke all on function count_figure_publishers from public;
grant execute on function count_figure_publishers to oogmerk_app;

revoke create on schema public from oogmerk_figures;
