import { z } from 'zod'
import { IMPORT_FIELDS } from '../import/import-fields.ts'
import { TRACKS } from '../stay/track.ts'
import { SEXES } from '../people/sex.ts'
import { dayField, idField, lineField } from './fields.ts'
import { route } from './route.ts'

/** What a dry run says of a row. `skipped` rows are no people: titles, totals, headers, signatures. */
const IMPORT_VERDICTS = ['importable', 'rejected', 'duplicate', 'skipped'] as const
export type ImportVerdict = (typeof IMPORT_VERDICTS)[number]

/** Which rows a page shows: a verdict, or what was said or repaired whatever the verdict. */
const ROW_FILTERS = ['all', ...IMPORT_VERDICTS, 'warning', 'repaired'] as const
export type ImportRowFilter = (typeof ROW_FILTERS)[number]

/**
 * What somebody decides of a parked row: the same person and nothing to add, the same person in a new stay, or
 * another person.
 */
export const DUPLICATE_DECISIONS = ['same', 'new-stay', 'different'] as const
export type DuplicateDecision = (typeof DUPLICATE_DECISIONS)[number]

const findingShape = z.object({
  column: z.string(),
  value: z.string(),
  code: z.string(),
  message: z.string(),
})
const warningShape = findingShape.extend({ level: z.enum(['note', 'warning']) })
const repairShape = z.object({ column: z.string(), from: z.string(), to: z.string(), kind: z.string() })

const comparedShape = z.object({
  label: z.string(),
  here: z.string(),
  there: z.string(),
  /** Null where one side says nothing. */
  agrees: z.boolean().nullable(),
})
export type ComparedField = z.infer<typeof comparedShape>

const duplicateShape = z.object({
  /** The earlier row of the same list; null when the person is in the house already. */
  of: z.number().nullable(),
  personId: z.string().nullable(),
  fields: z.array(comparedShape),
})

const rowShape = z.object({
  row: z.number(),
  verdict: z.enum(IMPORT_VERDICTS),
  name: z.string(),
  reasons: z.array(findingShape),
  warnings: z.array(warningShape),
  repaired: z.array(repairShape),
  duplicate: duplicateShape.nullable(),
})
export type ImportRowLine = z.infer<typeof rowShape>

const columnShape = z.object({
  /** 0-based: 0 is Excel's column A. */
  column: z.number(),
  header: z.string(),
  field: z.enum(IMPORT_FIELDS).nullable(),
  confidence: z.number(),
  samples: z.array(z.string()),
})
export type ImportColumnLine = z.infer<typeof columnShape>

const assessmentShape = z.object({
  uploadId: z.string(),
  fileName: z.string(),
  sheet: z.string(),
  sheetNames: z.array(z.string()),
  /** Last row of the header as Excel numbers it; null when none was recognised and the clerk must say. */
  headerRow: z.number().nullable(),
  columns: z.array(columnShape),
  /** The first rows as they stand, for finding the header by eye. */
  firstRows: z.array(z.array(z.string())),
  rows: z.number(),
  importable: z.number(),
  rejected: z.number(),
  duplicates: z.number(),
  warnings: z.number(),
  repaired: z.number(),
  skipped: z.number(),
  /** The same file went in before. */
  earlier: z.object({ startedAt: z.string(), startedBy: z.string(), imported: z.number() }).nullable(),
})
export type ImportAssessment = z.infer<typeof assessmentShape>

const commitResultShape = z.object({
  batchId: z.string(),
  /** False when it was stopped before the last row. */
  isComplete: z.boolean(),
  imported: z.number(),
  total: z.number(),
  rejected: z.number(),
  duplicates: z.number(),
})
export type ImportCommitResult = z.infer<typeof commitResultShape>

const undoResultShape = z.object({
  batchId: z.string(),
  undone: z.number(),
  /** People on whom others have worked since: they stay. */
  kept: z.array(z.object({ personId: z.string(), name: z.string(), why: z.string() })),
})
export type ImportUndoResult = z.infer<typeof undoResultShape>

const batchShape = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(['committing', 'done', 'stopped', 'undone']),
  rows: z.number(),
  imported: z.number(),
  rejected: z.number(),
  duplicates: z.number(),
  /** Parked rows nobody has decided yet. */
  undecided: z.number(),
  startedBy: z.string(),
  startedAt: z.string(),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  undoReason: z.string().nullable(),
})
export type ImportBatchLine = z.infer<typeof batchShape>

const batchRowShape = z.object({
  row: z.number(),
  verdict: z.enum(['imported', 'rejected', 'duplicate']),
  name: z.string(),
  reasons: z.array(findingShape),
  duplicate: duplicateShape.nullable(),
  decision: z.enum(DUPLICATE_DECISIONS).nullable(),
  decidedBy: z.string().nullable(),
  personId: z.string().nullable(),
})
export type ImportBatchRow = z.infer<typeof batchRowShape>

const pageFields = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(200) }

export const importsContract = {
  assess: route({
    access: 'import.run',
    kind: 'call',
    summary: 'Read an uploaded list and judge it row by row without writing anyone; a long work',
  })
    .input(
      z.strictObject({
        uploadId: idField,
        /** Name of the sheet to read; null: the one with most people. */
        sheet: z.string().max(100).nullable().default(null),
        /** Null: recognise the header. */
        mapping: z
          .strictObject({
            headerRow: z.int().min(0).max(1000, { error: 'Dòng tiêu đề phải trong 1.000 dòng đầu.' }),
            columns: z
              .array(
                z.strictObject({ column: z.int().min(0).max(500), field: z.enum(IMPORT_FIELDS).nullable() }),
              )
              .max(500),
          })
          .nullable()
          .default(null),
        /** For rows that do not say it themselves. */
        defaults: z
          .strictObject({
            track: z.enum(TRACKS).optional(),
            receivedOn: dayField.optional(),
            sex: z.enum(SEXES).optional(),
          })
          .default({}),
      }),
    )
    .output(z.object({ jobId: z.string() })),
  assessment: route({
    access: 'import.run',
    kind: 'call',
    summary: 'What the dry run of an upload found; null when none is kept',
  })
    .input(z.strictObject({ uploadId: idField }))
    .output(assessmentShape.nullable()),
  rows: route({ access: 'import.run', kind: 'call', summary: 'Rows of a dry run with their verdicts' })
    .input(
      z.strictObject({
        uploadId: idField,
        filter: z.enum(ROW_FILTERS).default('all'),
        text: z.string().max(200).default(''),
        ...pageFields,
      }),
    )
    .output(z.object({ total: z.number(), rows: z.array(rowShape) })),
  commit: route({
    access: 'import.run',
    kind: 'call',
    summary:
      'Put in everyone the dry run let through; a long work that may be stopped between groups of rows',
  })
    .input(z.strictObject({ uploadId: idField, batchId: idField }))
    .output(z.object({ jobId: z.string() })),
  batches: route({ access: 'import.run', kind: 'call', summary: 'Imports so far, newest first' })
    .input(z.strictObject({}))
    .output(z.object({ batches: z.array(batchShape) })),
  batchRows: route({ access: 'import.run', kind: 'read', summary: 'Refused and parked rows of an import' })
    .input(
      z.strictObject({
        batchId: idField,
        verdict: z.enum(['rejected', 'duplicate']),
        ...pageFields,
      }),
    )
    .output(z.object({ total: z.number(), rows: z.array(batchRowShape) })),
  decide: route({ access: 'import.run', kind: 'write', summary: 'Decide of a parked row who it is' })
    .input(z.strictObject({ batchId: idField, row: z.int().min(1), decision: z.enum(DUPLICATE_DECISIONS) }))
    .output(batchRowShape),
  undo: route({
    access: 'import.undo',
    kind: 'call',
    summary: 'Take back an import, all but the people others have worked on since; a long work',
  })
    .input(z.strictObject({ batchId: idField, reason: lineField(500, 'Lý do') }))
    .output(z.object({ jobId: z.string() })),
}
