import { z } from 'zod'
import { BACKUP_KINDS } from '../backup/backup-kinds.ts'
import { BACKUP_PLACES } from '../backup/backup-place.ts'
import { route } from './route.ts'

const backupShape = z.object({
  id: z.string(),
  file: z.string(),
  kind: z.enum(BACKUP_KINDS),
  folder: z.string(),
  sheet: z.string().nullable(),
  bytes: z.number(),
  sha256: z.string(),
  takenAt: z.string(),
  takenBy: z.string(),
  checkedAt: z.string().nullable(),
  outcome: z.enum(['good', 'bad']),
  detail: z.string().nullable(),
  isPresent: z.boolean(),
})
export type BackupLine = z.infer<typeof backupShape>

const planShape = z.strictObject({
  localMinutes: z.int().min(0).max(1440),
  localKeep: z.int().min(1).max(500),
  sealedFolder: z.string().trim().max(400),
  sealedTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Ghi giờ dạng 01:30.'),
  sealedKeep: z.int().min(1).max(400),
  monthlyKeep: z.int().min(1).max(120),
})

/** A file on the hub's PC, and the recovery sheet that opens it; null where this hub's own key does. */
export const copyFields = {
  file: z.string().trim().min(1, { error: 'Ghi đường dẫn của tệp sao lưu trên máy chủ.' }).max(600),
  sheet: z.string().max(400).nullable().default(null),
}

export const previewShape = z.object({
  file: z.string(),
  kind: z.enum(['plain', 'sealed']),
  /** The sheet that opens it; null for a plain copy. */
  sheet: z.string().nullable(),
  centreName: z.string(),
  takenAt: z.string().nullable(),
  schemaVersion: z.number(),
  onRoll: z.number(),
  people: z.number(),
  lastEntryAt: z.string().nullable(),
  isOfThisHub: z.boolean(),
  /** What the present data hold beyond the copy. */
  present: z.object({
    centreName: z.string(),
    onRoll: z.number(),
    people: z.number(),
    lastEntryAt: z.string().nullable(),
  }),
  lost: z.object({ entries: z.number(), people: z.number(), events: z.number() }),
})
export type RestorePreview = z.infer<typeof previewShape>

/** What the result of a preview job holds. */
export function readPreview(value: unknown): RestorePreview | null {
  const parsed = previewShape.safeParse(value)
  return parsed.success ? parsed.data : null
}

export const backupContract = {
  list: route({ access: 'backup.run', kind: 'call', summary: 'Backups taken, newest first' })
    .input(z.strictObject({}))
    .output(z.object({ folder: z.string(), backups: z.array(backupShape) })),
  take: route({
    access: 'backup.run',
    kind: 'call',
    summary: 'Take a backup now and open it to check; a long work',
  })
    .input(z.strictObject({ kind: z.enum(BACKUP_KINDS).default('local') }))
    .output(z.object({ jobId: z.string() })),
  plan: route({
    access: 'backup.run',
    kind: 'call',
    summary: 'When and where backups are made, and how the place is',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        plan: planShape,
        place: z.object({ state: z.enum(BACKUP_PLACES), freeBytes: z.number().nullable() }),
        hasSheet: z.boolean(),
        last: z.record(z.enum(BACKUP_KINDS), z.string().nullable()),
      }),
    ),
  setPlan: route({
    access: 'backup.run',
    kind: 'call',
    // Whoever may change where copies go, and how long they are kept, may carry the data away or let them run out.
    stepUp: true,
    summary: 'Change the plan; the folder is taken as our place',
  })
    .input(planShape)
    .output(z.object({ saved: z.literal(true) })),
  preview: route({
    access: 'backup.restore',
    kind: 'call',
    summary: 'Open a copy apart and say what it holds and what would be lost; a long work',
  })
    .input(z.strictObject(copyFields))
    .output(z.object({ jobId: z.string() })),
  restore: route({
    access: 'backup.restore',
    kind: 'call',
    stepUp: true,
    summary: 'Put a copy in the place of the data; the hub stops for it and comes back',
  })
    .input(z.strictObject({ ...copyFields, confirm: z.string().max(300) }))
    .output(z.object({ started: z.literal(true) })),
}
