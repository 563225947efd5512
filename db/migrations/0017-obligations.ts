import type { Migration } from './migration.ts'

const SQL = `
create table rule_version (
  seq integer primary key,
  id text not null unique,
  rule text not null,
  axis text not null check (axis in ('term', 'procedure')),
  regime text check (regime in ('R73', 'R120')),
  title text not null,
  value text not null check (json_valid(value)),
  unit text not null check (unit in ('none', 'hours', 'days', 'working-days', 'months', 'years', 'square-metres', 'percent')),
  effective_from text not null,
  effective_to text,
  source text not null,
  confidence text not null check (confidence in ('verified', 'secondary', 'recalled', 'unsettled')),
  form text,
  question text,
  note text,
  reason text not null,
  entered_at text not null,
  entered_by text not null,
  needs_second integer not null check (needs_second in (0, 1)),
  confirmed_by text,
  confirmed_at text,
  check ((axis = 'term') = (regime is not null)),
  check (effective_to is null or effective_to >= effective_from)
) strict;
create index rule_version_rule_idx on rule_version (rule, seq);

create table obligation (
  stay_id text not null references stay (id),
  key text not null,
  duty text not null,
  rule text not null,
  rule_from text not null,
  role text not null check (role in ('administrator', 'intake', 'zone', 'medical', 'teacher', 'incident', 'director', 'reporter', 'inspector')),
  state text not null check (state in ('scheduled', 'done', 'exempt')),
  what text not null,
  trigger_at text not null,
  opens_at text,
  warn_at text not null,
  due_at text not null,
  escalate_at text not null,
  done_at text,
  primary key (stay_id, key),
  check ((state = 'scheduled') = (done_at is null))
) strict, without rowid;
create index obligation_role_idx on obligation (role, due_at) where state = 'scheduled';
create index obligation_open_idx on obligation (due_at, duty) where state = 'scheduled';
create index obligation_escalate_idx on obligation (escalate_at) where state = 'scheduled';
create index obligation_done_idx on obligation (done_at, role) where state <> 'scheduled';

create table obligation_mark (
  seq integer primary key,
  id text not null unique,
  stay_id text not null references stay (id),
  key text not null,
  kind text not null check (kind in ('done', 'exempt', 'reopened')),
  at text not null,
  due_at text not null,
  reason text check (reason in ('done-elsewhere', 'not-applicable', 'health', 'escaped', 'transferred', 'ended', 'agency-declined', 'other')),
  note text,
  paper text,
  number text,
  sent_by text check (sent_by in ('post', 'by-hand', 'document-system', 'e-mail')),
  sent_on text,
  recorded_at text not null,
  recorded_by text not null,
  check ((kind = 'exempt') = (reason is not null)),
  check ((sent_by is null) = (sent_on is null))
) strict;
create index obligation_mark_stay_idx on obligation_mark (stay_id, seq);

create table obligation_log (
  seq integer primary key,
  stay_id text not null references stay (id),
  key text not null,
  duty text not null,
  at text not null,
  kind text not null check (kind in ('moved', 'cancelled', 'done', 'exempt', 'reopened')),
  old_due text,
  new_due text,
  cause text not null
) strict;
create index obligation_log_stay_idx on obligation_log (stay_id, seq);

create table obligation_roll (
  id integer primary key check (id = 1),
  tracked_from text not null,
  rolled_on text not null
) strict;

create table obligation_next (
  stay_id text primary key references stay (id),
  enters_on text not null
) strict, without rowid;
create index obligation_next_idx on obligation_next (enters_on);

create table obligation_stale (
  stay_id text primary key,
  cause text not null
) strict, without rowid;

create trigger obligation_of_event after insert on custody_event begin
  insert or replace into obligation_stale values (new.stay_id, 'custody:' || new.kind);
end;
create trigger obligation_of_stay after update on stay begin
  insert or ignore into obligation_stale values (new.id, 'stay');
end;
create trigger obligation_of_person after update of birth_on on person when old.birth_on is not new.birth_on begin
  insert or ignore into obligation_stale select id, 'person' from stay where person_id = new.id;
end;
create trigger obligation_of_paper_in after insert on dossier_item begin
  insert or ignore into obligation_stale values (new.stay_id, 'papers');
end;
create trigger obligation_of_paper after update on dossier_item begin
  insert or ignore into obligation_stale values (new.stay_id, 'papers');
end;
create trigger obligation_of_alert_in after insert on alert begin
  insert or ignore into obligation_stale select id, 'alerts' from stay where person_id = new.person_id;
end;
create trigger obligation_of_alert after update on alert begin
  insert or ignore into obligation_stale select id, 'alerts' from stay where person_id in (old.person_id, new.person_id);
end;
create trigger obligation_of_document_in after insert on document begin
  insert or ignore into obligation_stale values (new.stay_id, 'documents');
end;
create trigger obligation_of_document after update on document begin
  insert or ignore into obligation_stale values (new.stay_id, 'documents');
end;
create trigger obligation_of_exam_in after insert on exam begin
  insert or ignore into obligation_stale values (new.stay_id, 'exam');
end;
create trigger obligation_of_plan_in after insert on rehab_plan begin
  insert or ignore into obligation_stale values (new.stay_id, 'plan');
end;
create trigger obligation_of_plan after update on rehab_plan begin
  insert or ignore into obligation_stale values (new.stay_id, 'plan');
end;
create trigger obligation_of_mark after insert on obligation_mark begin
  insert or ignore into obligation_stale values (new.stay_id, 'mark');
end;
`

export const obligations: Migration = { version: 17, name: '0017-obligations', sql: SQL }
