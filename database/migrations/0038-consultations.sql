-- A consultation: a delivery that asks for an answer. What somebody there writes for it is theirs until they sign
-- and send it. Sealed with the key of the delivery: when that is over the key is gone, and the words are taken away.
create table consultation_answer (
  organisation_id uuid not null,
  id uuid not null,
  received_id uuid not null,
  -- the kind of message in which it goes
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  made_by uuid not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  -- when it was signed, and the message in which it went
  sent_at timestamptz,
  message_id uuid,
  hash bytea check (octet_length(hash) = 32),
  -- what became of that message
  outcome text check (outcome in ('received', 'refused')),
  content bytea,
  primary key (organisation_id, id),
  foreign key (organisation_id, received_id) references received_disclosure (organisation_id, id),
  foreign key (organisation_id, made_by) references membership (organisation_id, person_id),
  check ((sent_at is null) = (message_id is null)),
  check ((sent_at is null) = (hash is null)),
  check (outcome is null or sent_at is not null)
);
create unique index consultation_answer_once on consultation_answer (organisation_id, received_id, made_by);
alter table consultation_answer enable row level security;
alter table consultation_answer force row level security;
create policy own_organisation on consultation_answer for all to oogmerk_app
  using (organisation_id = current_organisation_id())
  with check (organisation_id = current_organisation_id());
grant select, insert, update on consultation_answer to oogmerk_app;

-- On both sides the history says that there was an answer.
alter table disclosure_event drop constraint disclosure_event_kind_check;
alter table disclosure_event add constraint disclosure_event_kind_check check (kind in (
  'sent', 'delivered', 'refused', 'accepted', 'returned', 'replied', 'reply-refused', 'declined', 'recalled',
  'recall-arrived', 'recall-refused', 'recall-answered', 'stays-taken', 'ended', 'not-shared', 'consulted'));
alter table received_event drop constraint received_event_kind_check;
alter table received_event add constraint received_event_kind_check check (kind in (
  'delivered', 'accepted', 'returned', 'replied', 'declined', 'recalled', 'ended', 'taken', 'answer-refused',
  'consulted'));

-- An assessment that came over the channel: from whom, in which message, with its hash. Each message once.
alter table dossier_assessment
  add column from_id uuid references organisation (id),
  add column message_id uuid,
  add column hash bytea check (octet_length(hash) = 32),
  add check ((way = 'delivered') = (from_id is not null)),
  add check ((way = 'delivered') = (message_id is not null)),
  add check ((way = 'delivered') = (hash is not null));
create unique index dossier_assessment_message on dossier_assessment (organisation_id, message_id)
  where message_id is not null;
