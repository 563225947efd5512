import type { Migration } from './migration.ts'

const SQL = `
create table setting (
  key text primary key,
  value text not null check (json_valid(value)),
  updated_at text not null,
  updated_by text not null
) strict;

create table centre_profile (
  id text primary key,
  valid_from text not null unique,
  name text not null,
  code text,
  head_title text not null,
  head_name text,
  superior_body text,
  court text,
  province_code text,
  address text,
  created_at text not null,
  created_by text not null
) strict;

create table user (
  id text primary key,
  login text not null unique,
  display_name text not null,
  password_hash text not null,
  state text not null check (state in ('active', 'disabled')),
  must_change_password integer not null default 0 check (must_change_password in (0, 1)),
  created_at text not null,
  version integer not null default 1
) strict;

create table user_role (
  user_id text not null references user (id),
  role text not null check (role in ('administrator', 'intake', 'zone', 'medical', 'teacher', 'incident', 'director', 'reporter', 'inspector')),
  primary key (user_id, role)
) strict, without rowid;

create table session (
  id text primary key,
  token_hash text not null unique,
  user_id text not null references user (id),
  desk text not null,
  created_at text not null,
  seen_at text not null,
  expires_at text not null,
  stepped_up_at text,
  ended_at text,
  end_reason text
) strict;
create index session_user_idx on session (user_id, ended_at);

create table place (
  id text primary key,
  parent_id text references place (id),
  kind text not null check (kind in ('zone', 'building', 'room', 'bed')),
  code text not null,
  full_code text not null,
  full_code_folded text not null,
  name text not null,
  zone_id text not null,
  room_id text,
  legal_kind text,
  sex text check (sex in ('male', 'female')),
  age_group text check (age_group in ('adult', 'minor')),
  infection_group text check (infection_group in ('A', 'B')),
  is_private integer not null default 0 check (is_private in (0, 1)),
  capacity_max integer check (capacity_max >= 0),
  capacity_use integer check (capacity_use >= 0),
  sort integer not null default 0,
  retired_at text,
  created_at text not null,
  version integer not null default 1,
  check (capacity_use is null or capacity_max is null or capacity_use <= capacity_max),
  check ((kind = 'zone') = (parent_id is null)),
  check ((kind = 'bed') = (room_id is not null))
) strict;
create unique index place_full_code_idx on place (full_code_folded) where retired_at is null;
create index place_parent_idx on place (parent_id, sort, code);
create index place_zone_idx on place (zone_id, kind);
create index place_room_capacity_idx on place (zone_id, kind, retired_at, capacity_use) where kind = 'room' and retired_at is null;
create index place_room_idx on place (room_id, retired_at);

create table bed_outage (
  id text primary key,
  place_id text not null references place (id),
  reason text not null,
  note text,
  from_at text not null,
  back_on text,
  ended_at text,
  recorded_by text not null
) strict;
create unique index bed_outage_open_idx on bed_outage (place_id) where ended_at is null;

create table person (
  no integer primary key,
  id text not null unique,
  name text not null,
  name_folded text not null,
  sort_key text not null,
  alias text,
  birth_on text,
  birth_precision text check (birth_precision in ('day', 'month', 'year')),
  sex text not null check (sex in ('male', 'female')),
  placement_sex text check (placement_sex in ('male', 'female')),
  ethnicity text,
  occupation text,
  education text,
  infection_group text check (infection_group in ('A', 'B')),
  note text,
  import_batch_id text,
  cancelled_at text,
  created_at text not null,
  version integer not null default 1,
  check ((birth_on is null) = (birth_precision is null))
) strict;
create index person_sort_idx on person (sort_key, no);
create index person_folded_idx on person (name_folded, birth_on);

create table identity_paper (
  id text primary key,
  person_id text not null references person (id),
  kind text not null check (kind in ('citizen-card', 'identity-card', 'old-identity-card', 'passport', 'birth-certificate', 'vneid', 'other')),
  number text not null,
  issued_on text,
  issued_by text,
  source text not null check (source in ('card', 'typed', 'import')),
  superseded_at text,
  created_at text not null
) strict;
create index identity_paper_person_idx on identity_paper (person_id);
create index identity_paper_number_idx on identity_paper (number);

create table address (
  id text primary key,
  person_id text not null references person (id),
  kind text not null check (kind in ('permanent', 'current', 'after-release')),
  commune_code text,
  province_code text,
  detail text,
  printed text,
  valid_from text,
  superseded_at text,
  created_at text not null
) strict;
create index address_person_idx on address (person_id);

create table keep_apart (
  id text primary key,
  person_a text not null references person (id),
  person_b text not null references person (id),
  level text not null check (level in ('room', 'zone')),
  reason text not null,
  opened_at text not null,
  opened_by text not null,
  closed_at text,
  closed_by text,
  close_reason text,
  version integer not null default 1,
  check (person_a < person_b)
) strict;
create unique index keep_apart_open_idx on keep_apart (person_a, person_b) where closed_at is null;
create index keep_apart_b_idx on keep_apart (person_b);

create table stay (
  id text primary key,
  person_id text not null references person (id),
  dossier_number text,
  ordinal integer not null check (ordinal >= 1),
  ordinal_source text not null,
  initial_track text not null check (initial_track in ('compulsory', 'voluntary', 'held')),
  term_regime text check (term_regime in ('R73', 'R120')),
  decision_number text,
  decision_on text,
  decision_issuer text,
  start_on text,
  start_source text,
  term_months integer check (term_months between 1 and 60),
  held_from text,
  import_batch_id text,
  cancelled_at text,
  cancel_reason text,
  created_at text not null,
  version integer not null default 1
) strict;
create index stay_person_idx on stay (person_id);
create index stay_dossier_idx on stay (dossier_number);
create index stay_batch_idx on stay (import_batch_id) where import_batch_id is not null;

create table custody_event (
  seq integer primary key autoincrement,
  id text not null unique,
  stay_id text not null references stay (id),
  at text not null,
  recorded_at text not null,
  recorded_by text not null,
  post text,
  kind text not null check (kind in ('received', 'placed', 'moved', 'swapped', 'unplaced', 'left', 'returned', 'escaped', 'recovered', 'suspended', 'resumed', 'track-changed', 'term-changed', 'transferred-out', 'transferred-in', 'interrupted', 'continued', 'released', 'exempted', 'left-on-own-will', 'to-social-protection', 'to-prison', 'died', 'corrected')),
  facts text not null check (json_valid(facts)),
  bed_id text references place (id),
  cancels text references custody_event (id)
) strict;
create index custody_event_stay_idx on custody_event (stay_id, at);
create index custody_event_at_idx on custody_event (at);
create index custody_event_bed_idx on custody_event (bed_id, stay_id) where bed_id is not null;
create trigger custody_event_no_update before update on custody_event begin select raise(abort, 'custody_event is append-only'); end;
create trigger custody_event_no_delete before delete on custody_event begin select raise(abort, 'custody_event is append-only'); end;

create table stay_state (
  stay_id text primary key references stay (id),
  person_id text not null,
  state text not null check (state in ('expected', 'inside', 'out', 'escaped', 'interrupted', 'ended')),
  track text not null check (track in ('compulsory', 'voluntary', 'held')),
  out_kind text,
  is_suspended integer not null check (is_suspended in (0, 1)),
  bed_id text,
  zone_id text,
  since_at text,
  out_until text,
  received_at text,
  ended_at text,
  ended_kind text,
  end_on text
) strict, without rowid;
create index stay_state_person_idx on stay_state (person_id);
create index stay_state_received_idx on stay_state (received_at);
create index stay_state_ended_idx on stay_state (ended_at) where state = 'ended';

create table roster (
  stay_id text primary key references stay (id),
  person_id text not null unique,
  sort_key text not null,
  name text not null,
  birth_on text,
  birth_precision text,
  sex text not null,
  ordinal integer not null,
  track text not null,
  term_regime text,
  state text not null check (state in ('inside', 'out', 'escaped', 'interrupted')),
  out_kind text,
  is_suspended integer not null,
  bed_id text,
  bed_code text,
  room_id text,
  zone_id text,
  since_at text not null,
  out_until text,
  received_at text not null,
  end_on text
) strict, without rowid;
create unique index roster_bed_idx on roster (bed_id) where bed_id is not null;
create index roster_name_idx on roster (sort_key, stay_id);
create index roster_zone_idx on roster (zone_id, sort_key, stay_id);
create index roster_room_idx on roster (room_id);
create index roster_end_idx on roster (end_on, stay_id, track, term_regime, state);
create index roster_out_until_idx on roster (out_until) where out_until is not null;
create index roster_awaiting_idx on roster (since_at, state, bed_id) where bed_id is null and state = 'inside';
create index roster_without_end_idx on roster (stay_id, track, state) where end_on is null and track <> 'held' and state <> 'escaped' and state <> 'interrupted';
create index roster_escaped_idx on roster (since_at) where state = 'escaped';
create index roster_track_idx on roster (track, sort_key, stay_id);
create index roster_state_idx on roster (state, sort_key, stay_id);
create index roster_received_idx on roster (received_at, stay_id);
create index roster_unplaced_idx on roster (sort_key, stay_id) where bed_id is null;

create table census_delta (
  day text not null,
  zone_id text not null,
  track text not null,
  sex text not null,
  state text not null,
  delta integer not null,
  primary key (day, zone_id, track, sex, state)
) strict, without rowid;

create table census_horizon (
  id integer primary key check (id = 1),
  last_month text not null
) strict;

create table census_month (
  month text not null,
  zone_id text not null,
  track text not null,
  sex text not null,
  state text not null,
  total integer not null,
  primary key (month, zone_id, track, sex, state)
) strict, without rowid;

create virtual table search_present using fts5 (folded, exact, codes, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3');
create virtual table search_past using fts5 (folded, exact, codes, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3');

create table holiday (
  day text primary key,
  kind text not null check (kind in ('holiday', 'day-off', 'swap-workday')),
  name text not null,
  source text not null,
  confidence text not null,
  version integer not null default 1
) strict, without rowid;

create table audit_entry (
  seq integer primary key,
  at text not null,
  actor text not null,
  action text not null,
  subject_kind text,
  subject_id text,
  person_id text,
  body text not null check (json_valid(body)),
  prev_hash text not null,
  hash text not null
) strict;
create index audit_entry_person_idx on audit_entry (person_id, seq) where person_id is not null;
create index audit_entry_actor_idx on audit_entry (actor, seq);
create index audit_entry_action_idx on audit_entry (action, seq);
create trigger audit_entry_no_update before update on audit_entry begin select raise(abort, 'audit_entry is append-only'); end;
create trigger audit_entry_no_delete before delete on audit_entry begin select raise(abort, 'audit_entry is append-only'); end;

create table field_change (
  audit_seq integer not null references audit_entry (seq),
  position integer not null,
  entity text not null,
  entity_id text not null,
  person_id text,
  field text not null,
  before text,
  after text,
  primary key (audit_seq, position)
) strict, without rowid;
create index field_change_person_idx on field_change (person_id, audit_seq);
create index field_change_entity_idx on field_change (entity, entity_id, audit_seq);
create trigger field_change_no_update before update on field_change begin select raise(abort, 'field_change is append-only'); end;
create trigger field_change_no_delete before delete on field_change begin select raise(abort, 'field_change is append-only'); end;

create table change (
  seq integer primary key autoincrement,
  at text not null,
  topic text not null,
  entity_id text,
  by text not null
) strict;

create table idempotency (
  key text primary key,
  actor text not null,
  use_case text not null,
  request_hash text not null,
  answer text not null,
  at text not null
) strict, without rowid;
create index idempotency_at_idx on idempotency (at);

create table draft (
  user_id text not null references user (id),
  form text not null,
  value text not null check (json_valid(value)),
  saved_at text not null,
  primary key (user_id, form)
) strict, without rowid;

create table job (
  id text primary key,
  kind text not null,
  state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer,
  step text,
  result text,
  problem text,
  started_by text not null,
  started_at text not null,
  ended_at text
) strict;
create index job_started_idx on job (started_at);

create table upload (
  id text primary key,
  name text not null,
  bytes blob not null,
  sha256 text not null,
  uploaded_by text not null,
  uploaded_at text not null
) strict;

create table import_batch (
  id text primary key,
  file_name text not null,
  file_sha256 text not null,
  state text not null check (state in ('committing', 'done', 'stopped', 'undone')),
  headers text not null check (json_valid(headers)),
  rows integer not null,
  imported integer not null,
  rejected integer not null,
  duplicates integer not null,
  started_by text not null,
  started_at text not null,
  ended_at text,
  undone_at text,
  undone_by text,
  undo_reason text
) strict;

create table import_row (
  batch_id text not null references import_batch (id),
  row integer not null,
  verdict text not null check (verdict in ('imported', 'rejected', 'duplicate')),
  detail text not null check (json_valid(detail)),
  person_id text,
  stay_id text,
  decision text check (decision in ('same', 'different', 'new-stay')),
  decided_by text,
  decided_at text,
  primary key (batch_id, row)
) strict, without rowid;

create table backup_run (
  id text primary key,
  file text not null,
  bytes integer not null,
  sha256 text not null,
  taken_at text not null,
  taken_by text not null,
  checked_at text,
  outcome text not null check (outcome in ('good', 'bad')),
  detail text
) strict;
create index backup_run_taken_idx on backup_run (taken_at);
`

export const house: Migration = { version: 1, name: '0001-house', sql: SQL }
