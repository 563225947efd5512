import type { Migration } from './migration.ts'

const SQL = `
create table hub_identity (
  id integer primary key check (id = 1),
  tls_key text not null,
  tls_certificate text not null,
  ca_key text not null,
  ca_certificate text not null,
  pin text not null check (length(pin) = 64),
  made_at text not null,
  renewed_at text not null
) strict;

create table device (
  id text primary key,
  name text not null check (length(name) between 1 and 60),
  spki_sha256 text not null check (length(spki_sha256) = 64),
  serial text not null unique,
  issued_at text not null,
  expires_at text not null,
  paired_at text not null,
  paired_by text references user(id),
  last_seen_at text,
  revoked_at text,
  revoked_by text references user(id),
  version integer not null default 1,
  check (revoked_at is not null or revoked_by is null)
) strict, without rowid;
create index device_by_key on device (spki_sha256, issued_at);

create table pairing_code (
  id text primary key,
  secret_hash text not null unique,
  made_at text not null,
  made_by text references user(id),
  expires_at text not null,
  tries integer not null default 0,
  cancelled_at text,
  used_at text,
  device_id text references device(id),
  check ((used_at is null) = (device_id is null))
) strict, without rowid;
create index pairing_code_by_end on pairing_code (expires_at);

alter table session add column device_id text references device(id);
create index session_by_device on session (device_id) where device_id is not null;
`

export const devices: Migration = { version: 6, name: '0006-devices', sql: SQL }
