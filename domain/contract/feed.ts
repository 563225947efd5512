import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { HUB_CLOCK_DOUBTS } from '../time/clock-doubt.ts'
import { route } from './route.ts'

/** What a write may say it changed. */
export const CHANGE_TOPICS = [
  'people',
  'custody',
  'intake',
  'dossier',
  'deposit',
  'places',
  'imports',
  'documents',
  'templates',
  'users',
  'devices',
  'centre',
  'calendar',
  'backup',
  'keep-apart',
  'sweep',
  'reshuffle',
  'requests',
  'conduct-cases',
  'alerts',
  'care',
  'goings-out',
  'contacts',
  'head-count',
  'shifts',
  'incidents',
  'obligations',
  'rules',
  'releases',
  'jobs',
] as const
export type ChangeTopic = (typeof CHANGE_TOPICS)[number]

const hubClockDoubtShape = z.object({ kind: z.enum(HUB_CLOCK_DOUBTS), byMs: z.number() })

/** A desk is told what kind of thing changed and its id, never content: it asks again for what it shows. */
const feedEventShape = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    seq: z.number(),
    hubTime: z.string(),
    clockDoubt: hubClockDoubtShape.nullable(),
  }),
  z.object({
    type: z.literal('change'),
    seq: z.number(),
    topic: z.enum(CHANGE_TOPICS),
    id: z.string().nullable(),
    by: z.string(),
    at: z.string(),
  }),
  z.object({
    type: z.literal('job'),
    id: z.string(),
    state: z.string(),
    done: z.number(),
    total: z.number().nullable(),
    step: z.string().nullable(),
  }),
  /** The desk was away too long: ask for everything again. */
  z.object({ type: z.literal('resync'), seq: z.number() }),
  z.object({ type: z.literal('beat'), hubTime: z.string(), clockDoubt: hubClockDoubtShape.nullable() }),
])
export type FeedEvent = z.infer<typeof feedEventShape>

export const feedContract = {
  changes: route({ access: 'feed.read', kind: 'call', summary: 'Live changes, from a sequence number on' })
    .input(z.strictObject({ since: z.int().min(0).nullable().default(null) }))
    .output(eventIterator(feedEventShape)),
}
