import type { Migration } from './migration.ts'

// The table of documents is laid anew with all its rows: which forms and books there are is said by the domain and
// held by the contract, so that a new form needs no new table.
const SQL = `
create table outing (
  id text primary key,
  person_id text not null references person (id),
  stay_id text not null references stay (id),
  kind text not null check (kind in ('funeral', 'hospital', 'proceedings', 'court', 'home-treatment', 'suspension', 'transfer', 'work-outside', 'other')),
  requested_at text not null,
  requested_by text not null,
  recorded_at text not null,
  applicant text,
  relation text check (relation in ('father', 'mother', 'wife', 'husband', 'child', 'parent-in-law', 'sibling', 'grandparent', 'other')),
  deceased text,
  proof text check (proof in ('commune-committee', 'death-certificate', 'commune-police')),
  request_body text,
  request_number text,
  scope text check (scope in ('same-province', 'other-province', 'reform-school', 'adult-centre')),
  destination text,
  reason text,
  leave_at text not null,
  return_at text,
  travel_days integer not null default 0 check (travel_days between 0 and 30),
  escort text,
  first_approved_at text,
  first_approved_by text,
  verdict text check (verdict in ('approved', 'denied')),
  decided_at text,
  decided_by text,
  decision_number text,
  decision_on text,
  decision_issuer text,
  decision_note text,
  withdrawn_at text,
  withdrawn_by text,
  withdraw_reason text,
  left_event text references custody_event (id),
  return_note text,
  checked_at text,
  checked_by text,
  health_found text,
  drug_test text check (drug_test in ('negative', 'positive', 'refused')),
  version integer not null default 1,
  check ((verdict is null) = (decided_at is null)),
  check ((withdrawn_at is null) = (withdraw_reason is null)),
  check ((checked_at is null) = (drug_test is null))
) strict;
create index outing_person_idx on outing (person_id, leave_at);
create index outing_stay_idx on outing (stay_id, leave_at);
create unique index outing_left_idx on outing (left_event) where left_event is not null;
create index outing_waiting_idx on outing (leave_at, id) where withdrawn_at is null and left_event is null and (verdict is null or verdict = 'approved');
create index outing_leave_idx on outing (leave_at, id);
create index outing_unchecked_idx on outing (kind, leave_at) where left_event is not null and checked_at is null;

create table outing_extension (
  id text primary key,
  outing_id text not null references outing (id),
  from_until text,
  to_until text not null,
  reason text not null,
  extended_at text not null,
  extended_by text not null
) strict;
create index outing_extension_outing_idx on outing_extension (outing_id, extended_at);
create trigger outing_extension_no_update before update on outing_extension begin select raise(abort, 'outing_extension is append-only'); end;
create trigger outing_extension_no_delete before delete on outing_extension begin select raise(abort, 'outing_extension is append-only'); end;

create table hospital_step (
  id text primary key,
  outing_id text not null references outing (id),
  facility text not null,
  ward text,
  from_at text not null,
  why text,
  recorded_at text not null,
  recorded_by text not null,
  diagnosis text,
  treatment text,
  cost integer check (cost >= 0),
  payer text check (payer in ('insurance', 'state', 'family', 'other')),
  cared_by text,
  version integer not null default 1
) strict;
create index hospital_step_outing_idx on hospital_step (outing_id, from_at);

create table document_with_any_form (
  id text primary key,
  person_id text not null references person (id),
  stay_id text not null references stay (id),
  form text not null,
  edition text not null,
  register text not null,
  year integer not null,
  number integer not null check (number >= 1),
  symbol text not null,
  dated_on text not null,
  is_medical integer not null check (is_medical in (0, 1)),
  template_id text references document_template (id),
  template_sha256 text not null,
  made_at text not null,
  made_by text not null,
  cancelled_at text,
  cancelled_by text,
  cancel_reason text,
  version integer not null default 1,
  fields text not null check (json_valid(fields)),
  sha256 text not null,
  bytes blob not null,
  unique (register, year, number)
) strict;
insert into document_with_any_form (id, person_id, stay_id, form, edition, register, year, number, symbol, dated_on, is_medical, template_id, template_sha256, made_at, made_by, cancelled_at, cancelled_by, cancel_reason, version, fields, sha256, bytes)
  select id, person_id, stay_id, form, edition, register, year, number, symbol, dated_on, is_medical, template_id, template_sha256, made_at, made_by, cancelled_at, cancelled_by, cancel_reason, version, fields, sha256, bytes from document;
drop table document;
alter table document_with_any_form rename to document;
create index document_stay_idx on document (stay_id);
create index document_person_idx on document (person_id);
create trigger document_frozen before update of form, edition, register, year, number, symbol, dated_on, is_medical, template_id, template_sha256, made_at, made_by, fields, sha256, bytes on document begin select raise(abort, 'document is frozen'); end;
create trigger document_no_delete before delete on document begin select raise(abort, 'document is never deleted'); end;
`

/** Leave and other ways out with their papers; documents of any form the domain knows. */
export const goingsOut: Migration = { version: 11, name: '0011-goings-out', sql: SQL }
