import type { Migration } from './migration.ts'

const SQL = `
alter table device add column kind text not null default 'desk' check (kind in ('desk', 'browser'));
`

export const browserDevices: Migration = { version: 18, name: '0018-browser-devices', sql: SQL }
