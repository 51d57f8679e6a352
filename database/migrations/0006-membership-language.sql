-- The language in which somebody works for this organisation: mail about something new comes in it.
-- Set when an invitation is used, when signing in and with the language switch.
alter table membership
  add column language text not null default 'nl' check (language in ('nl', 'en'));
