-- The dossier of a prosecutor: what is known, by whom, what speaks against it, the assessment of a qualified
-- person, the worksheet and the decision. Words are sealed with the dossier's own key; codes, days and states stay
-- plain for lists. Follows the rules for tenant tables in 0001-house.sql.

create table dossier (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  state text not null check (state in ('received', 'considered', 'asked', 'assessed', 'without-assessment',
    'worked-out', 'decided', 'notified', 'reopened')),
  -- on what the decision can stand: an assessment, or the written reason why there is none
  basis text check (basis in ('assessment', 'reason')),
  handler_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  content_key bytea not null,
  content bytea not null,
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, handler_id) references membership (organisation_id, person_id),
  foreign key (organisation_id, opened_by) references membership (organisation_id, person_id),
  -- no way to these states but through an assessment or a reason why there is none
  check ((state in ('assessed', 'without-assessment', 'worked-out', 'decided', 'notified')) = (basis is not null))
);
create unique index dossier_code on dossier (organisation_id, code);
create unique index dossier_sent_once on dossier (organisation_id, opened_by, key) where key is not null;

-- Who sees it, from when until when; nothing is taken away.
create table dossier_circle (
  organisation_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, dossier_id, id),
  foreign key (organisation_id, dossier_id) references dossier (organisation_id, id),
  foreign key (organisation_id, person_id) references membership (organisation_id, person_id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index dossier_circle_once on dossier_circle (organisation_id, dossier_id, person_id) where ended_at is null;
create index dossier_circle_by_person on dossier_circle (organisation_id, person_id, dossier_id) where ended_at is null;

-- What was done, by whom and when; only ever added to. Every form that was sent left one, with its key.
create table dossier_event (
  organisation_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  kind text not null,
  happened_at timestamptz not null,
  -- nobody: a delivery did it
  by_person uuid,
  about_person uuid,
  about uuid,
  content bytea,
  key uuid,
  primary key (organisation_id, dossier_id, id),
  foreign key (organisation_id, dossier_id) references dossier (organisation_id, id)
);
create unique index dossier_event_sent_once on dossier_event (organisation_id, dossier_id, by_person, kind, key)
  where key is not null;

-- The offences that the dossier is about, by the code of their provision: `Sr 310`, `Opiumwet 2`.
create table dossier_offence (
  organisation_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  law text not null check (law in ('Sr', 'Opiumwet', 'WWM', 'WVW', 'other')),
  article text not null check (article ~ '^[0-9]{1,3}[a-z]{0,3}$'),
  withdrawn_at timestamptz,
  content bytea not null,
  primary key (organisation_id, dossier_id, id),
  foreign key (organisation_id, dossier_id) references dossier (organisation_id, id)
);
create index dossier_offence_by_code on dossier_offence (organisation_id, law, article);

-- Each fact keeps where it first came from.
create table dossier_fact (
  organisation_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('fact', 'interpretation', 'decision', 'own-words', 'identity')),
  happened_on date,
  added_at timestamptz not null,
  -- the received item it was taken from; nothing for what was written down by hand
  received_id uuid,
  recalled_at timestamptz,
  withdrawn_at timestamptz,
  content bytea not null,
  primary key (organisation_id, dossier_id, id),
  foreign key (organisation_id, dossier_id) references dossier (organisation_id, id)
);
create index dossier_fact_received on dossier_fact (organisation_id, received_id) where received_id is not null;

-- The worksheet: a statement beside its facts with what speaks against it, or something that is not known.
create table dossier_statement (
  organisation_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  element text not null check (element ~ '^[a-z][a-z-]{1,30}$'),
  kind text not null check (kind in ('statement', 'unknown')),
  facts uuid[] not null,
  against_facts uuid[] not null,
  from_on date,
  until_on date,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  content bytea not null,
  primary key (organisation_id, dossier_id, id),
  foreign key (organisation_id, dossier_id) references dossier (organisation_id, id),
  check ((kind = 'unknown') or cardinality(facts) > 0),
  check (until_on >= from_on)
);

create table dossier_assessment (
  organisation_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  way text not null check (way in ('paper', 'delivered')),
  made_on date not null,
  entered_at timestamptz not null,
  facts uuid[] not null,
  content bytea not null,
  primary key (organisation_id, dossier_id, id),
  foreign key (organisation_id, dossier_id) references dossier (organisation_id, id)
);

-- A signed decision is never changed: a reopened dossier gets another one.
create table dossier_decision (
  organisation_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  decided_on date not null,
  following text not null check (following in ('follows', 'departs', 'no-assessment')),
  assessment_id uuid,
  -- what the law said then: the editions of the packs it was taken under
  routes_edition text not null,
  grounds_edition text not null,
  sheet_edition text not null,
  content bytea not null,
  primary key (organisation_id, dossier_id, id),
  foreign key (organisation_id, dossier_id) references dossier (organisation_id, id),
  foreign key (organisation_id, dossier_id, assessment_id)
    references dossier_assessment (organisation_id, dossier_id, id),
  foreign key (organisation_id, signed_by) references membership (organisation_id, person_id),
  check ((following = 'no-assessment') = (assessment_id is null))
);
create index dossier_decision_by_day on dossier_decision (organisation_id, decided_on, id);

create table dossier_outcome (
  organisation_id uuid not null,
  dossier_id uuid not null,
  decision_id uuid not null,
  offence_id uuid not null,
  stage text not null,
  route text not null,
  grounds text[] not null,
  -- which elements of the worksheet somebody had looked at
  looked_at text[] not null,
  content bytea not null,
  primary key (organisation_id, dossier_id, decision_id, offence_id),
  foreign key (organisation_id, dossier_id, decision_id)
    references dossier_decision (organisation_id, dossier_id, id),
  foreign key (organisation_id, dossier_id, offence_id)
    references dossier_offence (organisation_id, dossier_id, id)
);

create table dossier_notice (
  organisation_id uuid not null,
  dossier_id uuid not null,
  decision_id uuid not null,
  recipient text not null check (recipient ~ '^[a-z][a-z-]{1,30}$'),
  state text not null check (state in ('draft', 'told', 'not-told')),
  told_on date,
  content bytea not null,
  primary key (organisation_id, dossier_id, decision_id, recipient),
  foreign key (organisation_id, dossier_id, decision_id)
    references dossier_decision (organisation_id, dossier_id, id),
  check ((state = 'told') = (told_on is not null))
);

create table dossier_objection (
  organisation_id uuid not null,
  dossier_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  kind text not null check (kind in ('complaint', 'article-12')),
  received_on date not null,
  heard_on date,
  answered_on date,
  -- the court ordered prosecution, or a complaint was found right
  upheld boolean,
  content bytea not null,
  primary key (organisation_id, dossier_id, id),
  foreign key (organisation_id, dossier_id, decision_id)
    references dossier_decision (organisation_id, dossier_id, id),
  check (heard_on >= received_on),
  check (answered_on >= received_on),
  check ((answered_on is null) = (upheld is null))
);

do $$
declare name text;
begin
  foreach name in array array['dossier', 'dossier_circle', 'dossier_event', 'dossier_offence', 'dossier_fact',
    'dossier_statement', 'dossier_assessment', 'dossier_decision', 'dossier_outcome', 'dossier_notice',
    'dossier_objection']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_organisation on %I for all to oogmerk_app
      using (organisation_id = current_organisation_id())
      with check (organisation_id = current_organisation_id())', name);
  end loop;
end
$$;
grant select, insert, update on dossier, dossier_circle, dossier_offence, dossier_fact, dossier_statement,
  dossier_notice, dossier_objection to oogmerk_app;
-- What happened and what was signed is only ever added to.
grant select, insert on dossier_event, dossier_assessment, dossier_decision, dossier_outcome to oogmerk_app;
