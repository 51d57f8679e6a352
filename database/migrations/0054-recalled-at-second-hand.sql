-- Of an own delivery: something in it came from another organisation, which took it back.

alter table disclosure_event drop constraint disclosure_event_kind_check;
alter table disclosure_event add constraint disclosure_event_kind_check check (kind in (
  'sent', 'delivered', 'refused', 'accepted', 'returned', 'replied', 'reply-refused', 'declined', 'recalled',
  'recall-arrived', 'recall-refused', 'recall-answered', 'stays-taken', 'ended',
  'not-shared', 'consulted', 'source-recalled'));
