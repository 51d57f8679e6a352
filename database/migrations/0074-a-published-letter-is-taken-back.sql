-- A letter in which something stands that may not be public can be taken back: it is fixed again, and nobody outside
-- reads it. What happened to it says so.
alter table progress_letter_event drop constraint progress_letter_event_kind_check;
alter table progress_letter_event add constraint progress_letter_event_kind_check
  check (kind in ('sent', 'approved', 'approved-earlier', 'changes', 'voided', 'withdrawn', 'undelivered', 'fixed',
    'published', 'taken-back'));
