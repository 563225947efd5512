import type { Migration } from './migration.ts'

const SQL = `
create table "release" (
  id text primary key,
  version text not null unique,
  made_at text not null,
  expires_at text not null,
  manifest blob not null,
  signature blob not null,
  key_name text not null,
  added_at text not null,
  added_by text not null,
  state text not null check (state in ('held', 'trial', 'open', 'withdrawn')),
  trial_desk text,
  trial_at text,
  staged_at text,
  staged_by text,
  reason text,
  row_version integer not null default 1,
  check (state <> 'trial' or (trial_desk is not null and trial_at is not null)),
  check (state = 'held' or (staged_at is not null and staged_by is not null)),
  check (state <> 'withdrawn' or reason is not null)
) strict;
create trigger release_frozen before update of id, version, made_at, expires_at, manifest, signature, key_name, added_at, added_by on "release" begin select raise(abort, 'release is frozen'); end;
create trigger release_no_delete before delete on "release" begin select raise(abort, 'release is never deleted'); end;

create table desk_program (
  desk text primary key,
  version text not null,
  platform text not null check (platform in ('windows', 'linux-appimage', 'linux-deb')),
  state text not null check (state in ('current', 'available', 'downloading', 'ready', 'refused')),
  release_version text,
  problem text,
  told_at text not null
) strict;
`

export const releases: Migration = { version: 8, name: '0008-releases', sql: SQL }
