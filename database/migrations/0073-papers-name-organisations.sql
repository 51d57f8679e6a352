-- Organisations are found in papers too.
alter table register_find
  drop constraint register_find_kind_check,
  add constraint register_find_kind_check check (kind in ('dossier', 'reference', 'motion', 'commitment', 'promise',
    'questions', 'law-article', 'programme', 'organisation'));
