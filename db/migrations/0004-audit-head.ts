import type { Migration } from './migration.ts'

const SQL = `
create table audit_head (
  id integer primary key check (id = 1),
  seq integer not null,
  hash text not null
) strict;
insert into audit_head (id, seq, hash)
  select 1, coalesce(max(seq), 0), coalesce((select hash from audit_entry order by seq desc limit 1), '') from audit_entry;
create trigger audit_head_no_delete before delete on audit_head begin select raise(abort, 'audit_head always stands'); end;
`

export const auditHead: Migration = { version: 4, name: '0004-audit-head', sql: SQL }
