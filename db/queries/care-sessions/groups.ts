import { sql, type Insertable, type Updateable } from 'kysely'
import type { Day } from '#domain/time/day.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { CareGroupMemberTable } from '../../schema/care-group-member.ts'
import type { CareGroupTable } from '../../schema/care-group.ts'
import { CARE_PERSON_COLUMNS } from '../stages/reader.ts'

const members = sql<number>`(select count(*) from care_group_member join roster on roster.stay_id = care_group_member.stay_id where care_group_member.group_id = care_group.id and care_group_member.to_on is null)`

export type CareGroupRow = NonNullable<ReturnType<typeof findGroup>>

export function findGroup(db: ReadDb, id: string) {
  return db.get(
    qb.selectFrom('care_group').selectAll('care_group').select(members.as('members')).where('id', '=', id),
  )
}

/** Groups and classes, open ones first, each part by name. */
export function listGroups(db: ReadDb): CareGroupRow[] {
  return db.all(
    qb
      .selectFrom('care_group')
      .selectAll('care_group')
      .select(members.as('members'))
      .orderBy((e) => e('closed_on', 'is not', null))
      .orderBy('name')
      .limit(300),
  )
}

/** Members of a group who are on the roll, by name. */
export function listMembers(db: ReadDb, groupId: string) {
  return db.all(
    qb
      .selectFrom('care_group_member')
      .innerJoin('roster', 'roster.stay_id', 'care_group_member.stay_id')
      .leftJoin('place', 'place.id', 'roster.zone_id')
      .select(CARE_PERSON_COLUMNS)
      .select(['care_group_member.id as memberId', 'care_group_member.from_on as fromOn'])
      .where('care_group_member.group_id', '=', groupId)
      .where('care_group_member.to_on', 'is', null)
      .orderBy('roster.sort_key')
      .orderBy('roster.stay_id'),
  )
}

export function insertGroup(db: WriteDb, row: Insertable<CareGroupTable>): void {
  db.run(qb.insertInto('care_group').values(row))
}

export function updateGroup(db: WriteDb, id: string, change: Updateable<CareGroupTable>): void {
  db.run(qb.updateTable('care_group').set(change).where('id', '=', id))
}

export function insertMember(db: WriteDb, row: Insertable<CareGroupMemberTable>): void {
  db.run(qb.insertInto('care_group_member').values(row))
}

/** Takes somebody out of a group; false when not in it. */
export function endMember(
  db: WriteDb,
  member: { groupId: string; stayId: string },
  by: { on: Day; actor: string },
): boolean {
  const { changes } = db.run(
    qb
      .updateTable('care_group_member')
      .set({ to_on: by.on, removed_by: by.actor })
      .where('group_id', '=', member.groupId)
      .where('stay_id', '=', member.stayId)
      .where('to_on', 'is', null),
  )
  return changes === 1
}
