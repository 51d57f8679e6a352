-- What is brought to a table about an own case is for the circle of that case, as the table itself.
alter table received_disclosure
  add column case_id uuid,
  add foreign key (organisation_id, case_id) references case_file (organisation_id, id);
-- Forced row-level security lets an owner without superpowers find no row in a migration (see 0039).
alter table received_disclosure no force row level security;
alter table round_table no force row level security;
alter table round_table_item no force row level security;
update received_disclosure r set case_id = t.case_id from round_table t
  where t.organisation_id = r.organisation_id and r.at_kind = 'round-table' and t.id = r.at_id
    and t.case_id is not null;

-- What was said of an agreement stands under that agreement. One that was taken back has no words with its owner; one
-- whose owner left the table is done by nobody.
alter table round_table_item add column about_id uuid;
alter table round_table_item drop constraint round_table_item_state_check;
alter table round_table_item add constraint round_table_item_state_check check (state in
  ('given', 'proposed', 'accepted', 'refused', 'done', 'not-done', 'taking-back', 'taken-back', 'lapsed', 'fixed',
   'approved', 'remarked'));

-- Contributions from before 0036 are shown to nobody, so nobody can erase them: their words go.
update round_table_item set content = null, content_key = null where kind = 'contribution' and content is not null;
alter table received_disclosure force row level security;
alter table round_table force row level security;
alter table round_table_item force row level security;
