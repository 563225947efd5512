import { z } from 'zod'
import { route } from './route.ts'

export const healthContract = {
  get: route({
    access: 'health.read',
    kind: 'call',
    summary: 'How the hub is: disk, database, backup age, clock, desks',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        version: z.string(),
        node: z.string(),
        sqlite: z.string(),
        startedAt: z.string(),
        hubTime: z.string(),
        memoryBytes: z.number(),
        databaseBytes: z.number(),
        walBytes: z.number(),
        diskFreeBytes: z.number(),
        diskTotalBytes: z.number(),
        dataFolder: z.string(),
        lastGoodBackupAt: z.string().nullable(),
        auditLength: z.number(),
        desks: z.array(
          z.object({
            desk: z.string(),
            userName: z.string(),
            seenAt: z.string(),
            /** The program is open there at this moment. */
            isConnected: z.boolean(),
          }),
        ),
        checks: z.array(z.object({ code: z.string(), ok: z.boolean(), message: z.string() })),
      }),
    ),
}
