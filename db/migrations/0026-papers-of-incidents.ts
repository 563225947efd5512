import type { Migration } from './migration.ts'

// A paper of an incident belongs to no stay: many people, or none, stand in it. The rule that a document has exactly
// one owner is part of the table, so the rows are carried over into one that knows the new owner.
const SQL = `
create table document_of_incident_too (
  id text primary key,
  person_id text references person (id),
  stay_id text references stay (id),
  campaign_id text references campaign (id),
  cash_close_id text references cash_close (id),
  incident_id text references incident (id),
  incident_part text,
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
  unique (register, year, number),
  check ((person_id is null) = (stay_id is null)),
  check (incident_part is null or incident_id is not null),
  check ((stay_id is not null) + (campaign_id is not null) + (cash_close_id is not null) + (incident_id is not null) = 1)
) strict;
insert into document_of_incident_too (id, person_id, stay_id, campaign_id, cash_close_id, form, edition, register, year, number, symbol, dated_on, is_medical, template_id, template_sha256, made_at, made_by, cancelled_at, cancelled_by, cancel_reason, version, fields, sha256, bytes)
  select id, person_id, stay_id, campaign_id, cash_close_id, form, edition, register, year, number, symbol, dated_on, is_medical, template_id, template_sha256, made_at, made_by, cancelled_at, cancelled_by, cancel_reason, version, fields, sha256, bytes from document;
drop table document;
alter table document_of_incident_too rename to document;
create index document_stay_idx on document (stay_id);
create index document_person_idx on document (person_id);
create index document_campaign_idx on document (campaign_id) where campaign_id is not null;
create index document_cash_close_idx on document (cash_close_id) where cash_close_id is not null;
create index document_incident_idx on document (incident_id, made_at) where incident_id is not null;
create trigger document_frozen before update of campaign_id, cash_close_id, incident_id, incident_part, form, edition, register, year, number, symbol, dated_on, is_medical, template_id, template_sha256, made_at, made_by, fields, sha256, bytes on document begin select raise(abort, 'document is frozen'); end;
create trigger document_no_delete before delete on document begin select raise(abort, 'document is never deleted'); end;
create trigger obligation_of_document_in after insert on document when new.stay_id is not null begin
  insert or ignore into obligation_stale values (new.stay_id, 'documents');
end;
create trigger obligation_of_document after update on document when new.stay_id is not null begin
  insert or ignore into obligation_stale values (new.stay_id, 'documents');
end;
`

/** Documents of incidents: minutes, seizures, statements, decisions, notices. */
export const papersOfIncidents: Migration = { version: 26, name: '0026-papers-of-incidents', sql: SQL }
