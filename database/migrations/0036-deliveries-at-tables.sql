-- What a delivery comes from besides its file: a round table at which it is brought, or a question for advice that
-- was answered. The recipient learns of a round table, never of a question.

alter table disclosure
  add column at_kind text check (at_kind in ('round-table', 'advice')),
  add column at_id uuid,
  add constraint disclosure_at_whole check ((at_kind is null) = (at_id is null));
create index disclosure_at on disclosure (organisation_id, at_kind, at_id, id) where at_id is not null;

alter table received_disclosure
  add column at_kind text check (at_kind in ('round-table')),
  add column at_id uuid,
  add constraint received_disclosure_at_whole check ((at_kind is null) = (at_id is null));
create index received_disclosure_at on received_disclosure (organisation_id, at_kind, at_id, id)
  where at_id is not null;
