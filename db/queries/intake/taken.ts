import { foldName } from '#domain/names/fold-name.ts'
import type { Insertable, Updateable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ExamTable } from '../../schema/exam.ts'
import type { InformationSheetTable } from '../../schema/information-sheet.ts'
import type { MarkTable } from '../../schema/mark.ts'
import type { RehabPlanTable } from '../../schema/rehab-plan.ts'
import type { RelativeTable } from '../../schema/relative.ts'

/** What the desk takes down about a person and a stay besides papers, money and things. */

export function listRelatives(db: ReadDb, personId: string) {
  return db.all(
    qb
      .selectFrom('relative')
      .selectAll()
      .where('person_id', '=', personId)
      .where('superseded_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id'),
  )
}

export function insertRelative(
  db: WriteDb,
  relative: Omit<Insertable<RelativeTable>, 'name_folded' | 'superseded_at'>,
): void {
  db.run(
    qb
      .insertInto('relative')
      .values({ ...relative, name_folded: foldName(relative.name), superseded_at: null }),
  )
}

/** Puts the family's rows aside; they stay on file. */
export function supersedeRelatives(db: WriteDb, personId: string, at: string): void {
  db.run(
    qb
      .updateTable('relative')
      .set({ superseded_at: at })
      .where('person_id', '=', personId)
      .where('superseded_at', 'is', null),
  )
}

export function listMarks(db: ReadDb, personId: string) {
  return db.all(
    qb
      .selectFrom('mark')
      .selectAll()
      .where('person_id', '=', personId)
      .where('superseded_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id'),
  )
}

export function findMark(db: ReadDb, id: string) {
  return db.get(qb.selectFrom('mark').selectAll().where('id', '=', id))
}

/** Withdraws a mark; it stays on file with the reason. */
export function retireMark(
  db: WriteDb,
  id: string,
  change: Required<Pick<Updateable<MarkTable>, 'superseded_at' | 'retire_reason' | 'retired_by'>>,
): void {
  db.run(qb.updateTable('mark').set(change).where('id', '=', id))
}

export function insertMark(db: WriteDb, mark: Insertable<MarkTable>): void {
  db.run(qb.insertInto('mark').values(mark))
}

export function findSheet(db: ReadDb, stayId: string) {
  return db.get(qb.selectFrom('information_sheet').selectAll().where('stay_id', '=', stayId))
}

export function insertSheet(db: WriteDb, sheet: Insertable<InformationSheetTable>): void {
  db.run(qb.insertInto('information_sheet').values(sheet))
}

/** Writes the sheet anew in the present shape. */
export function updateSheet(
  db: WriteDb,
  id: string,
  change: Pick<InformationSheetTable, 'body' | 'shape' | 'updated_at' | 'updated_by'> & { version: number },
): void {
  db.run(qb.updateTable('information_sheet').set(change).where('id', '=', id))
}

export function findPlan(db: ReadDb, stayId: string) {
  return db.get(qb.selectFrom('rehab_plan').selectAll().where('stay_id', '=', stayId))
}

export function insertPlan(db: WriteDb, plan: Insertable<RehabPlanTable>): void {
  db.run(qb.insertInto('rehab_plan').values(plan))
}

export function findFirstExam(db: ReadDb, stayId: string) {
  return db.get(qb.selectFrom('exam').selectAll().where('stay_id', '=', stayId).where('kind', '=', 'first'))
}

export function insertExam(db: WriteDb, exam: Insertable<ExamTable>): void {
  db.run(qb.insertInto('exam').values(exam))
}

export function updateExam(
  db: WriteDb,
  id: string,
  change: Pick<ExamTable, 'at' | 'body' | 'shape' | 'recorded_at' | 'recorded_by'> & { version: number },
): void {
  db.run(qb.updateTable('exam').set(change).where('id', '=', id))
}

/** Who confirmed the ordinal of a stay. */
export function findOrdinalBy(db: ReadDb, stayId: string): string | null {
  return db.get(qb.selectFrom('stay').select('ordinal_by').where('id', '=', stayId))?.ordinal_by ?? null
}
