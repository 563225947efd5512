import type { Migration } from './migration.ts'

const SQL = `
create table document_template (
  id text primary key,
  edition text not null,
  version integer not null,
  file_name text not null,
  bytes blob not null,
  sha256 text not null,
  is_active integer not null check (is_active in (0, 1)),
  added_at text not null,
  added_by text not null,
  unique (edition, version)
) strict;
create unique index document_template_active_idx on document_template (edition) where is_active = 1;
create trigger document_template_frozen before update of edition, version, file_name, bytes, sha256, added_at, added_by on document_template begin select raise(abort, 'document_template is frozen'); end;
create trigger document_template_no_delete before delete on document_template begin select raise(abort, 'document_template is never deleted'); end;

create table document (
  id text primary key,
  person_id text not null references person (id),
  stay_id text not null references stay (id),
  form text not null check (form in ('hand-over', 'information-sheet', 'rehab-plan', 'deposit-receipt')),
  edition text not null,
  register text not null check (register in ('minutes', 'sheets', 'plans', 'receipts')),
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
create index document_stay_idx on document (stay_id);
create index document_person_idx on document (person_id);
create trigger document_frozen before update of form, edition, register, year, number, symbol, dated_on, is_medical, template_id, template_sha256, made_at, made_by, fields, sha256, bytes on document begin select raise(abort, 'document is frozen'); end;
create trigger document_no_delete before delete on document begin select raise(abort, 'document is never deleted'); end;
`

export const documents: Migration = { version: 3, name: '0003-documents', sql: SQL }
