import { listImportRows } from '#db/queries/imports/batches.ts'
import type { importsContract } from '#domain/contract/imports.ts'
import type { ReadUseCases } from '../use-case.ts'
import { toBatchRow } from './batch-row.ts'

export const importsReads: ReadUseCases<typeof importsContract> = {
  batchRows: (db, _context, input) => {
    const { total, rows } = listImportRows(db, input)
    return { total, rows: rows.map((row) => toBatchRow(db, row)) }
  },
}
