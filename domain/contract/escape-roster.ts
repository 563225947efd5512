import { z } from 'zod'

const faceShape = z.object({
  name: z.string(),
  birthYear: z.number().nullable(),
  bedCode: z.string().nullable(),
  photoId: z.string().nullable(),
})

/** Everybody inside one zone as the printed roster shows them, by room; a zone at a time, however large the centre. */
export const rosterZoneShape = z.object({
  at: z.string(),
  zoneId: z.string().nullable(),
  name: z.string(),
  people: z.number(),
  rooms: z.array(z.object({ code: z.string(), people: z.array(faceShape) })),
})
export type RosterZone = z.infer<typeof rosterZoneShape>
