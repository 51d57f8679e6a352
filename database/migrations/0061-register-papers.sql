-- What a ministry read of Parliament itself: papers, what was found in them and what a person made of that; and its own
-- register of motions, commitments, written questions and requests. Public office and policy, never about a child.

create table register_paper (
  organisation_id uuid not null,
  id uuid not null,
  -- of the bytes as they were sent: the same file is the same paper
  sha256 bytea not null check (octet_length(sha256) = 32),
  -- the name the government uses, such as kst-29240-120; nothing where none is printed
  reference text check (char_length(reference) between 1 and 60),
  kind text not null check (char_length(kind) between 1 and 60),
  title text not null check (char_length(title) <= 300),
  -- the day on the paper
  dated date,
  -- what all places point into; public, as it was published
  body text not null,
  -- read: nobody looked yet; kept: a person said which paper it is; set-aside: it should not have been read
  state text not null check (state in ('read', 'kept', 'set-aside')),
  read_by uuid not null,
  read_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, read_by) references membership (organisation_id, person_id),
  check (state <> 'kept' or dated is not null)
);
create unique index register_paper_same_file on register_paper (organisation_id, sha256) where state <> 'set-aside';
create unique index register_paper_same_paper on register_paper (organisation_id, reference) where state = 'kept';
create index register_paper_by_day on register_paper (organisation_id, dated desc nulls last, id) where state <> 'set-aside';
-- The beginning is enough to be found by: there is a bound to what can be kept so.
create index register_paper_words on register_paper
  using gin (to_tsvector('dutch', title || ' ' || left(body, 100000)));
alter table register_paper enable row level security;
alter table register_paper force row level security;
create policy own_organisation on register_paper for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on register_paper to oogmerk_app;

-- A motion, a commitment, written questions or a request, as this ministry keeps it.
create table register_item (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('motion', 'commitment', 'questions', 'request')),
  title text not null check (char_length(title) between 1 and 200),
  says text not null check (char_length(says) <= 2000),
  -- members of Parliament: public office
  asked_by text[] not null check (cardinality(asked_by) <= 20),
  raised_on date,
  -- the paper in which it was raised
  raised_in text check (char_length(raised_in) between 1 and 60),
  wanted_words text not null check (char_length(wanted_words) <= 200),
  wanted_until date,
  -- of written questions: the day on which was told that the answer comes later
  later_told_on date,
  -- its code among the papers that everybody can read
  public_item text check (char_length(public_item) between 1 and 80),
  state text not null check (state in ('open', 'under-way', 'done')),
  version int not null,
  added_by uuid not null,
  added_at timestamptz not null,
  changed_at timestamptz not null,
  key uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, added_by) references membership (organisation_id, person_id)
);
create unique index register_item_sent_once on register_item (organisation_id, added_by, key) where key is not null;
create index register_item_by_day on register_item (organisation_id, raised_on, id);
alter table register_item enable row level security;
alter table register_item force row level security;
create policy own_organisation on register_item for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on register_item to oogmerk_app;

-- Who said what of an item, when, how it stood then, and the paper that shows it; only ever added to.
create table register_item_event (
  organisation_id uuid not null,
  item_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('added', 'changed', 'told', 'mentioned')),
  state text not null check (state in ('open', 'under-way', 'done')),
  -- the day of what happened: that of the paper
  happened_on date,
  says text not null check (char_length(says) <= 2000),
  -- the name of a paper or an https address
  evidence text not null check (char_length(evidence) <= 300),
  -- where it stands in a paper that was read here
  paper_id uuid,
  find int,
  happened_at timestamptz not null,
  by_person uuid not null,
  key uuid,
  primary key (organisation_id, item_id, id),
  foreign key (organisation_id, item_id) references register_item (organisation_id, id),
  foreign key (organisation_id, paper_id) references register_paper (organisation_id, id),
  foreign key (organisation_id, by_person) references membership (organisation_id, person_id),
  check ((paper_id is null) = (find is null)),
  -- nothing is done without the paper that says so
  check (kind <> 'told' or state <> 'done' or evidence <> '' or paper_id is not null)
);
create unique index register_item_event_sent_once on register_item_event (organisation_id, by_person, key)
  where key is not null;
alter table register_item_event enable row level security;
alter table register_item_event force row level security;
create policy own_organisation on register_item_event for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert on register_item_event to oogmerk_app;

-- One thing that was found in a paper, and whether a person said that it is so.
create table register_find (
  organisation_id uuid not null,
  paper_id uuid not null,
  -- counts within the paper, in the order of its text
  number int not null check (number between 1 and 2000),
  kind text not null check (kind in ('dossier', 'reference', 'motion', 'commitment', 'promise', 'questions', 'law-article',
    'programme')),
  -- as the program read it, with its places
  found jsonb not null,
  uncertain boolean not null,
  verdict text not null check (verdict in ('waiting', 'confirmed', 'corrected', 'refused')),
  -- what the person made of it: an id or a name
  said text check (char_length(said) between 1 and 300),
  item_id uuid,
  judged_by uuid,
  judged_at timestamptz,
  primary key (organisation_id, paper_id, number),
  foreign key (organisation_id, paper_id) references register_paper (organisation_id, id),
  foreign key (organisation_id, item_id) references register_item (organisation_id, id),
  foreign key (organisation_id, judged_by) references membership (organisation_id, person_id),
  check ((verdict = 'waiting') = (judged_by is null)),
  check ((verdict in ('confirmed', 'corrected')) = (said is not null or item_id is not null))
);
create index register_find_said on register_find (organisation_id, said) where said is not null;
create index register_find_item on register_find (organisation_id, item_id) where item_id is not null;
alter table register_find enable row level security;
alter table register_find force row level security;
create policy own_organisation on register_find for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on register_find to oogmerk_app;
