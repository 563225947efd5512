import type { Migration } from './migration.ts'

const SQL = `
alter table person add column merged_into text references person (id);
alter table stay add column ordinal_by text;
create index person_birth_idx on person (birth_on) where birth_on is not null;

create table file (
  id text primary key,
  sha256 text not null,
  kind text not null check (kind in ('photo', 'scan')),
  media_type text not null check (media_type in ('image/jpeg', 'image/webp', 'application/pdf')),
  size integer not null check (size > 0),
  bytes blob not null,
  created_at text not null,
  created_by text not null,
  unique (kind, sha256)
) strict;

create table expected_arrival (
  id text primary key,
  name text not null,
  birth_on text,
  birth_precision text check (birth_precision in ('day', 'month', 'year')),
  sex text check (sex in ('male', 'female')),
  number text,
  track text not null check (track in ('compulsory', 'voluntary', 'held')),
  from_body text,
  decision_number text,
  expected_on text not null,
  note text,
  state text not null check (state in ('expected', 'arrived', 'cancelled')),
  stay_id text references stay (id),
  closed_at text,
  closed_by text,
  cancel_reason text,
  created_at text not null,
  created_by text not null,
  version integer not null default 1,
  check ((birth_on is null) = (birth_precision is null)),
  check ((state = 'arrived') = (stay_id is not null))
) strict;
create index expected_arrival_open_idx on expected_arrival (expected_on) where state = 'expected';
create index expected_arrival_stay_idx on expected_arrival (stay_id) where stay_id is not null;

create table dossier_item (
  id text primary key,
  stay_id text not null references stay (id),
  code text not null,
  title text not null,
  form text,
  is_required integer not null check (is_required in (0, 1)),
  state text not null check (state in ('required', 'received', 'missing', 'invalid', 'not-needed')),
  number text,
  issued_on text,
  issuer text,
  reason text check (reason in ('sent-later', 'not-issued', 'wrong-content', 'lost', 'urgent', 'other')),
  note text,
  due_on text,
  file_id text references file (id),
  sort integer not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  version integer not null default 1
) strict;
create unique index dossier_item_code_idx on dossier_item (stay_id, code);
create index dossier_item_due_idx on dossier_item (due_on) where due_on is not null;

create table relative (
  id text primary key,
  person_id text not null references person (id),
  relation text not null check (relation in ('father', 'mother', 'spouse', 'child', 'sibling', 'guardian', 'other')),
  name text not null,
  name_folded text not null,
  birth_year integer check (birth_year between 1900 and 2100),
  occupation text,
  address text,
  phone text,
  is_contact integer not null check (is_contact in (0, 1)),
  superseded_at text,
  created_at text not null
) strict;
create index relative_person_idx on relative (person_id);
create index relative_name_idx on relative (name_folded);

create table person_link (
  id text primary key,
  person_a text not null references person (id),
  person_b text not null references person (id),
  verdict text not null check (verdict in ('same', 'not-same')),
  reason text not null,
  decided_at text not null,
  decided_by text not null,
  withdrawn_at text,
  withdrawn_by text,
  check (person_a < person_b)
) strict;
create unique index person_link_open_idx on person_link (person_a, person_b) where withdrawn_at is null;
create index person_link_b_idx on person_link (person_b);

create table person_merge (
  id text primary key,
  kept_id text not null references person (id),
  merged_id text not null references person (id),
  reason text not null,
  moved text not null check (json_valid(moved)),
  merged_at text not null,
  merged_by text not null,
  undone_at text,
  undone_by text,
  undo_reason text,
  check (kept_id <> merged_id)
) strict;
create index person_merge_kept_idx on person_merge (kept_id);
create unique index person_merge_open_idx on person_merge (merged_id) where undone_at is null;

create table mark (
  id text primary key,
  person_id text not null references person (id),
  kind text not null check (kind in ('tattoo', 'scar', 'birthmark', 'mole', 'missing-part', 'other')),
  place text not null,
  description text,
  superseded_at text,
  created_at text not null,
  created_by text not null
) strict;
create index mark_person_idx on mark (person_id);

create table photo (
  id text primary key,
  person_id text not null references person (id),
  file_id text not null references file (id),
  superseded_at text,
  created_at text not null,
  created_by text not null
) strict;
create index photo_person_idx on photo (person_id, created_at);

create table information_sheet (
  id text primary key,
  stay_id text not null unique references stay (id),
  form text not null check (form in ('D163-17', 'D116-19')),
  shape integer not null,
  body text not null check (json_valid(body)),
  updated_at text not null,
  updated_by text not null,
  version integer not null default 1
) strict;

create table rehab_plan (
  id text primary key,
  stay_id text not null unique references stay (id),
  form text not null check (form in ('D163-18', 'D116-20')),
  state text not null check (state in ('started', 'approved')),
  due_on text,
  started_at text not null,
  started_by text not null,
  version integer not null default 1
) strict;

create table exam (
  id text primary key,
  stay_id text not null references stay (id),
  kind text not null check (kind in ('first')),
  at text not null,
  shape integer not null,
  body text not null check (json_valid(body)),
  recorded_at text not null,
  recorded_by text not null,
  version integer not null default 1
) strict;
create unique index exam_first_idx on exam (stay_id) where kind = 'first';

create table property_bag (
  id text primary key,
  stay_id text not null references stay (id),
  seal_number text not null,
  seal_key text not null unique,
  stored_at text,
  sealed_at text not null,
  sealed_by text not null
) strict;
create index property_bag_stay_idx on property_bag (stay_id);

create table property_line (
  id text primary key,
  stay_id text not null references stay (id),
  bag_id text references property_bag (id),
  description text not null,
  quantity integer not null check (quantity between 1 and 1000),
  condition text,
  sort integer not null
) strict;
create index property_line_stay_idx on property_line (stay_id);

create table receipt_counter (
  register text not null check (register in ('PTLK', 'PCLK')),
  year integer not null,
  last integer not null check (last >= 1),
  primary key (register, year)
) strict, without rowid;

create table ledger_entry (
  seq integer primary key autoincrement,
  id text not null unique,
  stay_id text not null references stay (id),
  kind text not null check (kind in ('deposit', 'withdrawal', 'reversal')),
  debit text not null check (debit in ('cash', 'deposits')),
  credit text not null check (credit in ('cash', 'deposits')),
  amount integer not null check (amount > 0),
  at text not null,
  note text,
  register text not null check (register in ('PTLK', 'PCLK')),
  year integer not null,
  number integer not null check (number >= 1),
  reverses text unique references ledger_entry (id),
  recorded_at text not null,
  recorded_by text not null,
  unique (register, year, number),
  check (debit <> credit),
  check ((kind = 'reversal') = (reverses is not null))
) strict;
create index ledger_entry_stay_idx on ledger_entry (stay_id, seq);
create trigger ledger_entry_no_update before update on ledger_entry begin select raise(abort, 'ledger_entry is append-only'); end;
create trigger ledger_entry_no_delete before delete on ledger_entry begin select raise(abort, 'ledger_entry is append-only'); end;
`

export const intake: Migration = { version: 2, name: '0002-intake', sql: SQL }
