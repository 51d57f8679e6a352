-- Sharing: since when the recipient stumbles on the next message of a sender. The days to repair it are counted from
-- there: a message that could not come for a week has not been tried a single time. Also: finding an organisation by
-- its kind and a part of its name, page by page.

alter table message_channel
  add column stumbled_number bigint,
  add column stumbled_at timestamptz,
  add check ((stumbled_number is null) = (stumbled_at is null));

create index organisation_by_name on organisation (kind, name, id);
