import type { Migration } from './migration.ts'

// Documents of the house belong to no stay: a campaign's report, the minutes of a count of the cash box. A column that
// may be empty cannot be made of one that may not, so the rows are carried over, as they were when forms were freed.
const SQL = `
create table document_of_any_owner (
  id text primary key,
  person_id text references person (id),
  stay_id text references stay (id),
  campaign_id text references campaign (id),
  cash_close_id text references cash_close (id),
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
  check ((stay_id is not null) + (campaign_id is not null) + (cash_close_id is not null) = 1)
) strict;
insert into document_of_any_owner (id, person_id, stay_id, form, edition, register, year, number, symbol, dated_on, is_medical, template_id, template_sha256, made_at, made_by, cancelled_at, cancelled_by, cancel_reason, version, fields, sha256, bytes)
  select id, person_id, stay_id, form, edition, register, year, number, symbol, dated_on, is_medical, template_id, template_sha256, made_at, made_by, cancelled_at, cancelled_by, cancel_reason, version, fields, sha256, bytes from document;
drop table document;
alter table document_of_any_owner rename to document;
create index document_stay_idx on document (stay_id);
create index document_person_idx on document (person_id);
create index document_campaign_idx on document (campaign_id) where campaign_id is not null;
create index document_cash_close_idx on document (cash_close_id) where cash_close_id is not null;
create trigger document_frozen before update of campaign_id, cash_close_id, form, edition, register, year, number, symbol, dated_on, is_medical, template_id, template_sha256, made_at, made_by, fields, sha256, bytes on document begin select raise(abort, 'document is frozen'); end;
create trigger document_no_delete before delete on document begin select raise(abort, 'document is never deleted'); end;
create trigger obligation_of_document_in after insert on document when new.stay_id is not null begin
  insert or ignore into obligation_stale values (new.stay_id, 'documents');
end;
create trigger obligation_of_document after update on document when new.stay_id is not null begin
  insert or ignore into obligation_stale values (new.stay_id, 'documents');
end;

create table return_place (
  stay_id text primary key references stay (id),
  residence text not null check (residence in ('stable', 'none')),
  work text not null check (work in ('able', 'unable')),
  proof text,
  registered_address text,
  registered_on text,
  recorded_at text not null,
  recorded_by text not null,
  version integer not null default 1,
  check ((registered_address is null) = (registered_on is null))
) strict;
create trigger obligation_of_return_in after insert on return_place begin
  insert or ignore into obligation_stale values (new.stay_id, 'return-place');
end;
create trigger obligation_of_return after update on return_place begin
  insert or ignore into obligation_stale values (new.stay_id, 'return-place');
end;

create table visitor_photo (
  id text primary key,
  visitor_id text not null references visitor (id),
  file_id text not null references file (id),
  taken_at text not null,
  taken_by text not null,
  superseded_at text
) strict;
create unique index visitor_photo_current_idx on visitor_photo (visitor_id) where superseded_at is null;
create trigger visitor_photo_frozen before update of visitor_id, file_id, taken_at, taken_by on visitor_photo begin select raise(abort, 'visitor_photo is frozen'); end;
create trigger visitor_photo_no_delete before delete on visitor_photo begin select raise(abort, 'visitor_photo is never deleted'); end;
`

/** Documents of the house, where people go on leaving, and photos of visitors. */
export const papersAndReturning: Migration = { version: 23, name: '0023-papers-and-returning', sql: SQL }
