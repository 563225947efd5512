import type { Migration } from './migration.ts'

const SQL = `
alter table incident_task add column moved_at text;
alter table incident_task add column moved_by text;
alter table incident_task add column move_reason text;
`

/** Who gave a task of an incident another hour than its rule did, and why. */
export const movedTasks: Migration = { version: 29, name: '0029-moved-tasks', sql: SQL }
