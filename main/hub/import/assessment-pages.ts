import type { ReadDb } from '#db/connection/handles.ts'
import { findImportOfFile } from '#db/queries/imports/batches.ts'
import { readKnownPerson } from '#db/queries/imports/known-people.ts'
import type { ImportAssessment, ImportRowFilter, ImportRowLine } from '#domain/contract/imports.ts'
import { foldName } from '#domain/names/fold-name.ts'
import type { AssessedRow, WorkbookAssessment } from './assess-workbook.ts'
import { compareWithKnown, compareWithRow } from './judge-known.ts'
import type { KeptAssessment } from './kept-assessments.ts'

/** What a dry run found, in figures and columns. */
export function summarise(
  db: ReadDb,
  { uploadId, fileName, sha256, assessment }: KeptAssessment,
): ImportAssessment {
  const { mapping, rows, people, parked, refused } = assessment
  const earlier = findImportOfFile(db, sha256)
  return {
    uploadId,
    fileName,
    sheet: assessment.sheet,
    sheetNames: assessment.sheetNames,
    headerRow: mapping?.headerRow ?? null,
    columns: (mapping?.columns ?? []).map((column, i) => ({
      ...column,
      samples: assessment.samples[i] ?? [],
    })),
    firstRows: assessment.firstRows,
    rows: people.length + parked.length + refused.length,
    importable: people.length,
    rejected: refused.length,
    duplicates: parked.length,
    warnings: rows.filter(matchers.warning).length,
    repaired: rows.filter(matchers.repaired).length,
    skipped: rows.filter(matchers.skipped).length,
    earlier: earlier
      ? { startedAt: earlier.started_at, startedBy: earlier.started_by, imported: earlier.imported }
      : null,
  }
}

const matchers: Record<ImportRowFilter, (row: AssessedRow) => boolean> = {
  all: () => true,
  importable: (row) => row.verdict === 'importable',
  rejected: (row) => row.verdict === 'rejected',
  duplicate: (row) => row.verdict === 'duplicate',
  skipped: (row) => row.verdict === 'skipped',
  warning: (row) => row.verdict !== 'skipped' && row.warnings.length > 0,
  repaired: (row) => row.verdict !== 'skipped' && row.repaired.length > 0,
}

/** A page of rows, filtered by verdict and by words of the name or the row number. */
export function pageOfRows(
  db: ReadDb,
  assessment: WorkbookAssessment,
  page: { filter: ImportRowFilter; text: string; offset: number; limit: number },
): { total: number; rows: ImportRowLine[] } {
  const needle = foldName(page.text)
  const found = assessment.rows.filter(
    (row) =>
      matchers[page.filter](row) &&
      (needle === '' || String(row.row) === needle || foldName(row.name).includes(needle)),
  )
  const rows = found.slice(page.offset, page.offset + page.limit)
  return { total: found.length, rows: rows.map((row) => withSides(db, assessment, row)) }
}

function withSides(db: ReadDb, assessment: WorkbookAssessment, row: AssessedRow): ImportRowLine {
  if (!row.duplicate) return { ...row, duplicate: null }
  const { of, personId } = row.duplicate
  const person = assessment.parked.find((entry) => entry.row === row.row)?.person
  const known = personId === null ? undefined : readKnownPerson(db, personId)
  const earlier = of === null ? undefined : personOfRow(assessment, of)
  let fields: NonNullable<ImportRowLine['duplicate']>['fields'] = []
  if (person && known) fields = compareWithKnown(person, known)
  else if (person && earlier) fields = compareWithRow(person, earlier)
  return { ...row, duplicate: { of, personId, fields } }
}

function personOfRow({ people, parked }: WorkbookAssessment, row: number) {
  return (people.find((entry) => entry.row === row) ?? parked.find((entry) => entry.row === row))?.person
}
