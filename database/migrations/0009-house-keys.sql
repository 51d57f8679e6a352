-- Which two keys this database belongs to: a fingerprint of each, told apart at every start. Keys that
-- do not fit would make every name unreadable and an intact trail look forged.
-- Nobody but the owner reads it; the application role has no right here at all.
create table house_key (
  kind text primary key check (kind in ('data', 'trail')),
  fingerprint bytea not null check (octet_length(fingerprint) = 32)
);
