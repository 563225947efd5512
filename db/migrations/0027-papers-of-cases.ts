import type { Migration } from './migration.ts'

const SQL = `
alter table document add column conduct_case_id text references conduct_case (id);
create index document_conduct_case_idx on document (conduct_case_id) where conduct_case_id is not null;
drop trigger document_frozen;
create trigger document_frozen before update of campaign_id, cash_close_id, incident_id, incident_part, conduct_case_id, form, edition, register, year, number, symbol, dated_on, is_medical, template_id, template_sha256, made_at, made_by, fields, sha256, bytes on document begin select raise(abort, 'document is frozen'); end;
`

/** Which case of discipline or reward a paper is about: a stay may have several at once. */
export const papersOfCases: Migration = { version: 27, name: '0027-papers-of-cases', sql: SQL }
