import type { Migration } from './migration.ts'

const SQL = `
create table incident (
  id text primary key,
  year integer not null,
  no integer check (no >= 1),
  kind text not null check (kind in ('escape', 'fight', 'contraband', 'disorder', 'self-harm', 'death', 'injury', 'fire', 'staff-misconduct', 'grievance', 'other')),
  form_version integer not null check (form_version >= 1),
  state text not null check (state in ('draft', 'reported', 'under-review', 'needs-more', 'on-hold', 'decided', 'closed', 'duplicate', 'not-incident', 'reopened')),
  state_since text not null,
  secrecy text not null check (secrecy in ('open', 'restricted')),
  occurred_at text not null,
  is_approximate integer not null check (is_approximate in (0, 1)),
  occurred_on text not null,
  occurred_hour integer not null check (occurred_hour between 0 and 23),
  zone_id text references place (id),
  place_id text references place (id),
  place_note text,
  summary text not null,
  origin text not null check (origin in ('desk', 'person', 'head-count', 'outing', 'visit', 'parcel', 'letter', 'request')),
  origin_id text,
  reported_at text not null,
  recorded_at text not null,
  reported_by text not null,
  reporter_id text references user (id),
  owner_id text references user (id),
  decision text,
  decided_at text,
  decided_by text,
  closed_at text,
  duplicate_of text references incident (id),
  version integer not null default 1,
  unique (year, no),
  check (state = 'draft' or state = 'not-incident' or no is not null),
  check (origin = 'desk' or origin_id is not null),
  check ((decided_at is null) = (decision is null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'duplicate') = (duplicate_of is not null)),
  check (duplicate_of is null or duplicate_of <> id)
) strict;
create index incident_occurred_idx on incident (occurred_at, id);
create index incident_state_idx on incident (state, occurred_at, id);
create index incident_age_idx on incident (state, state_since, id);
create index incident_kind_idx on incident (kind, occurred_at, id);
create index incident_zone_idx on incident (zone_id, occurred_at, id);
create index incident_reporter_idx on incident (reporter_id, occurred_at, id) where reporter_id is not null;
create index incident_owner_idx on incident (owner_id, state) where owner_id is not null;
create index incident_origin_idx on incident (origin_id) where origin_id is not null;
create index incident_heat_idx on incident (occurred_on, kind, state, secrecy, zone_id, occurred_hour);
create trigger incident_no_delete before delete on incident begin select raise(abort, 'incident is kept'); end;

create table incident_involvement (
  id text primary key,
  incident_id text not null references incident (id),
  role text not null,
  who text not null check (who in ('resident', 'staff', 'outsider')),
  person_id text references person (id),
  stay_id text references stay (id),
  user_id text references user (id),
  name text,
  zone_id text references place (id),
  outcome text,
  note text,
  added_at text not null,
  added_by text not null,
  removed_at text,
  removed_by text,
  remove_reason text,
  version integer not null default 1,
  check ((who = 'resident') = (person_id is not null)),
  check (user_id is null or who = 'staff'),
  check (coalesce(person_id, user_id, name) is not null),
  check ((removed_at is null) = (remove_reason is null))
) strict;
create index incident_involvement_incident_idx on incident_involvement (incident_id, added_at, id);
create index incident_involvement_person_idx on incident_involvement (person_id, incident_id) where person_id is not null;
create index incident_involvement_user_idx on incident_involvement (user_id, incident_id) where user_id is not null;
create trigger incident_involvement_no_delete before delete on incident_involvement begin select raise(abort, 'incident_involvement is kept'); end;

create table incident_injury (
  id text primary key,
  incident_id text not null references incident (id),
  involvement_id text not null references incident_involvement (id),
  noticed_at text not null,
  is_hospital integer not null check (is_hospital in (0, 1)),
  recorded_at text not null,
  recorded_by text not null,
  severity text check (severity in ('light', 'moderate', 'severe', 'fatal')),
  detail text,
  treatment text,
  examined_at text,
  examined_by text,
  version integer not null default 1,
  check ((examined_at is null) = (detail is null)),
  check ((examined_at is null) = (severity is null))
) strict;
create index incident_injury_incident_idx on incident_injury (incident_id, noticed_at);
create index incident_injury_waiting_idx on incident_injury (noticed_at, id) where examined_at is null;
create trigger incident_injury_no_delete before delete on incident_injury begin select raise(abort, 'incident_injury is kept'); end;

create table incident_answer (
  id text primary key,
  incident_id text not null references incident (id),
  kind text not null check (kind in ('escape', 'fight', 'contraband', 'disorder', 'self-harm', 'death', 'injury', 'fire', 'staff-misconduct', 'grievance', 'other')),
  form_version integer not null,
  question text not null,
  answer text not null,
  detail text,
  answered_at text not null,
  answered_by text not null,
  superseded_at text,
  superseded_by text,
  check ((superseded_at is null) = (superseded_by is null))
) strict;
create unique index incident_answer_now_idx on incident_answer (incident_id, kind, form_version, question) where superseded_at is null;
create index incident_answer_incident_idx on incident_answer (incident_id, answered_at);
create trigger incident_answer_kept before update on incident_answer when old.superseded_at is not null or new.answer is not old.answer or new.detail is not old.detail or new.question is not old.question begin select raise(abort, 'an answer is followed by another, never changed'); end;
create trigger incident_answer_no_delete before delete on incident_answer begin select raise(abort, 'incident_answer is kept'); end;

create table incident_narrative (
  id text primary key,
  incident_id text not null references incident (id),
  no integer not null check (no >= 1),
  kind text not null check (kind in ('narrative', 'addendum', 'statement')),
  involvement_id text references incident_involvement (id),
  body text not null,
  body_hash text not null,
  written_at text not null,
  written_by text not null,
  unique (incident_id, no),
  check ((kind = 'narrative') = (no = 1)),
  check ((kind = 'statement') = (involvement_id is not null))
) strict;
create trigger incident_narrative_no_update before update on incident_narrative begin select raise(abort, 'incident_narrative is append-only'); end;
create trigger incident_narrative_no_delete before delete on incident_narrative begin select raise(abort, 'incident_narrative is append-only'); end;

create table incident_step (
  id text primary key,
  incident_id text not null references incident (id),
  action text not null check (action in ('submit', 'discard', 'take-up', 'return', 'answer-return', 'hold', 'resume', 'decide', 'review-again', 'close', 'mark-duplicate', 'mark-not-incident', 'reopen')),
  from_state text not null,
  to_state text not null,
  comment text,
  at text not null,
  by text not null
) strict;
create index incident_step_incident_idx on incident_step (incident_id, at);
create trigger incident_step_no_update before update on incident_step begin select raise(abort, 'incident_step is append-only'); end;
create trigger incident_step_no_delete before delete on incident_step begin select raise(abort, 'incident_step is append-only'); end;

create table incident_exhibit (
  id text primary key,
  incident_id text not null references incident (id),
  no integer not null check (no >= 1),
  kind text not null check (kind in ('drug', 'medicine', 'alcohol', 'tobacco', 'phone', 'money', 'weapon', 'tool', 'document', 'other')),
  substance text check (substance in ('opium', 'morphine', 'heroin', 'amphetamine', 'methamphetamine', 'cannabis', 'cocaine', 'ketamine', 'other', 'unknown')),
  route text not null check (route in ('visit', 'parcel', 'letter', 'over-wall', 'outside-work', 'return', 'intake', 'staff', 'inside', 'unknown')),
  description text not null,
  quantity real not null check (quantity > 0),
  unit text not null check (unit in ('gram', 'millilitre', 'tablet', 'piece', 'packet', 'dong')),
  seal_number text,
  person_id text references person (id),
  found_at text not null,
  place_id text references place (id),
  found_where text,
  find_id text references contraband_find (id),
  file_id text references file (id),
  holder text not null,
  last_move text not null check (last_move in ('seized', 'sealed', 'stored', 'handed-over', 'sent-for-test', 'back-from-test', 'returned', 'destroyed')),
  recorded_at text not null,
  recorded_by text not null,
  version integer not null default 1,
  unique (incident_id, no),
  check ((kind = 'drug') = (substance is not null))
) strict;
create index incident_exhibit_person_idx on incident_exhibit (person_id) where person_id is not null;
create index incident_exhibit_find_idx on incident_exhibit (find_id) where find_id is not null;
create index incident_exhibit_found_idx on incident_exhibit (found_at, kind, substance, route);
create index incident_exhibit_seal_idx on incident_exhibit (seal_number) where seal_number is not null;
create trigger incident_exhibit_no_delete before delete on incident_exhibit begin select raise(abort, 'incident_exhibit is kept'); end;

create table incident_exhibit_move (
  id text primary key,
  exhibit_id text not null references incident_exhibit (id),
  no integer not null check (no >= 1),
  kind text not null check (kind in ('seized', 'sealed', 'stored', 'handed-over', 'sent-for-test', 'back-from-test', 'returned', 'destroyed')),
  at text not null,
  from_holder text,
  to_holder text not null,
  seal_number text,
  witness text,
  note text,
  recorded_at text not null,
  recorded_by text not null,
  unique (exhibit_id, no),
  check ((no = 1) = (kind = 'seized')),
  check ((no = 1) = (from_holder is null))
) strict;
create trigger incident_exhibit_move_no_update before update on incident_exhibit_move begin select raise(abort, 'incident_exhibit_move is append-only'); end;
create trigger incident_exhibit_move_no_delete before delete on incident_exhibit_move begin select raise(abort, 'incident_exhibit_move is append-only'); end;

create table incident_evidence (
  id text primary key,
  incident_id text not null references incident (id),
  file_id text not null references file (id),
  file_hash text not null,
  exhibit_id text references incident_exhibit (id),
  caption text not null,
  taken_at text,
  added_at text not null,
  added_by text not null,
  withdrawn_at text,
  withdrawn_by text,
  withdraw_reason text,
  check ((withdrawn_at is null) = (withdraw_reason is null))
) strict;
create index incident_evidence_incident_idx on incident_evidence (incident_id, added_at);
create index incident_evidence_file_idx on incident_evidence (file_id);
create trigger incident_evidence_no_delete before delete on incident_evidence begin select raise(abort, 'incident_evidence is kept'); end;

create table incident_task (
  id text primary key,
  incident_id text not null references incident (id),
  step text,
  title text not null,
  role text not null check (role in ('administrator', 'intake', 'zone', 'medical', 'teacher', 'incident', 'director', 'reporter', 'inspector')),
  owner_id text references user (id),
  rule text,
  rule_from text,
  due_at text not null,
  escalate_at text not null,
  created_at text not null,
  created_by text not null,
  done_at text,
  done_by text,
  result text,
  dropped_at text,
  dropped_by text,
  drop_reason text,
  version integer not null default 1,
  check ((done_at is null) = (done_by is null)),
  check ((dropped_at is null) = (drop_reason is null)),
  check (done_at is null or dropped_at is null),
  check ((rule is null) = (rule_from is null))
) strict;
create index incident_task_incident_idx on incident_task (incident_id, due_at);
create index incident_task_due_idx on incident_task (due_at, id) where done_at is null and dropped_at is null;
create index incident_task_role_idx on incident_task (role, due_at) where done_at is null and dropped_at is null;
create unique index incident_task_step_idx on incident_task (incident_id, step) where step is not null;
create trigger incident_task_no_delete before delete on incident_task begin select raise(abort, 'incident_task is kept'); end;

create table incident_notice (
  id text primary key,
  incident_id text not null references incident (id),
  step text not null,
  involvement_id text references incident_involvement (id),
  stay_id text references stay (id),
  to_whom text not null,
  rule text,
  rule_from text,
  due_at text,
  created_at text not null,
  sent_at text,
  sent_by text,
  sent_how text check (sent_how in ('post', 'by-hand', 'document-system', 'e-mail')),
  paper_number text,
  note text,
  version integer not null default 1,
  check ((sent_at is null) = (sent_how is null)),
  check ((rule is null) = (rule_from is null))
) strict;
create index incident_notice_incident_idx on incident_notice (incident_id, due_at);
create index incident_notice_stay_idx on incident_notice (stay_id) where stay_id is not null;
create index incident_notice_due_idx on incident_notice (due_at, id) where sent_at is null;
create trigger incident_notice_no_delete before delete on incident_notice begin select raise(abort, 'incident_notice is kept'); end;

create table incident_link (
  id text primary key,
  incident_id text not null references incident (id),
  kind text not null check (kind in ('duplicate-of', 'contraband-find', 'visit', 'parcel', 'letter', 'head-count', 'outing', 'request', 'custody-event', 'keep-apart', 'discipline', 'incident')),
  target_id text not null,
  note text,
  linked_at text not null,
  linked_by text not null,
  unique (incident_id, kind, target_id)
) strict;
create index incident_link_target_idx on incident_link (kind, target_id);
create trigger incident_link_no_update before update on incident_link begin select raise(abort, 'incident_link is append-only'); end;
create trigger incident_link_no_delete before delete on incident_link begin select raise(abort, 'incident_link is append-only'); end;
create trigger obligation_of_incident_notice after update on incident_notice when new.stay_id is not null begin
  insert or ignore into obligation_stale values (new.stay_id, 'incidents');
end;
`

/** Incidents from the first report to the last signature: who, what was said, found, decided, and what is owed. */
export const incidents: Migration = { version: 20, name: '0020-incidents', sql: SQL }
