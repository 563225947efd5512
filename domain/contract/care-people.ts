import { z } from 'zod'
import { CUSTODY_STATES } from '../custody/event-kinds.ts'
import { TRACKS } from '../stay/track.ts'

/** A person of the care path in a row of a list or grid. */
export const carePersonShape = z.object({
  stayId: z.string(),
  personId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  track: z.enum(TRACKS),
  state: z.enum(CUSTODY_STATES),
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
})
