import { z } from 'zod'
import { route } from './route.ts'

const backupShape = z.object({
  id: z.string(),
  file: z.string(),
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

export const backupContract = {
  list: route({ access: 'backup.run', kind: 'call', summary: 'Backups taken, newest first' })
    .input(z.strictObject({}))
    .output(z.object({ folder: z.string(), backups: z.array(backupShape) })),
  take: route({
    access: 'backup.run',
    kind: 'call',
    summary: 'Take a backup now and open it to check; a long work',
  })
    .input(z.strictObject({}))
    .output(z.object({ jobId: z.string() })),
}
