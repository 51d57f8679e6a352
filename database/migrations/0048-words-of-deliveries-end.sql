-- The words of a delivery have an end at the sender too. What is left says that it was: its reference, to whom, on
-- which ground, when, how many facts and the hash. A draft is its words, and goes whole.
alter table disclosure
  alter column content drop not null,
  alter column content_key drop not null,
  -- the line of the sharing table on which it left; of what left before this was kept, the trail says it
  add column road text check (road ~ '^[a-z][a-z0-9-]{0,59}$'),
  add constraint disclosure_words_whole check ((content is null) = (content_key is null)),
  add constraint disclosure_draft_has_words check (state <> 'draft' or content is not null);
create index disclosure_words_to_forget on disclosure (organisation_id, changed_at, id) where content is not null;
-- Update is for taking the words away.
grant update on disclosure_event to oogmerk_app;
