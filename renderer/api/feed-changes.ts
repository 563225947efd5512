import { CHANGE_TOPICS, type ChangeTopic, type FeedEvent } from '#domain/contract/feed.ts'
import type { AppContract } from '#domain/contract/index.ts'

type Feature = keyof AppContract

/** Features whose answers depend on some topics only. Every other feature shows people and places. */
const OWN_TOPICS: Partial<Record<Feature, readonly ChangeTopic[]>> = {
  setup: ['centre'],
  auth: ['users', 'centre'],
  users: ['users'],
  devices: ['devices'],
  centre: ['centre', 'calendar'],
  health: ['users', 'backup'],
  backup: ['backup'],
  keys: ['backup'],
  waiting: [],
  releases: ['releases'],
  imports: ['imports'],
  audit: CHANGE_TOPICS,
  documents: ['documents', 'people', 'custody', 'centre', 'incidents'],
  templates: ['templates'],
  drafts: [],
  sweep: ['sweep', 'places'],
  reshuffle: ['reshuffle', 'custody', 'places', 'keep-apart', 'alerts'],
  outages: ['places', 'custody'],
  requests: ['requests', 'people'],
  conductCases: ['conduct-cases', 'requests', 'custody', 'people', 'documents', 'rules'],
  intake: ['intake', 'dossier', 'deposit', 'people', 'custody', 'keep-apart', 'alerts', 'places'],
  dossier: ['dossier', 'people'],
  deposit: ['deposit'],
  belongings: ['deposit', 'custody'],
  ledger: ['deposit', 'custody', 'places'],
  medical: ['people'],
  merging: ['people', 'custody', 'keep-apart', 'alerts'],
  headCount: ['head-count', 'custody', 'places', 'shifts', 'people'],
  shifts: ['shifts', 'users', 'places'],
  teams: ['shifts', 'custody', 'people', 'users'],
  visits: ['contacts', 'people', 'custody', 'keep-apart', 'deposit'],
  contacts: ['contacts', 'people'],
  escapes: ['incidents', 'custody', 'people', 'documents', 'obligations', 'rules'],
  goingsOut: ['goings-out', 'custody', 'people', 'places'],
  incidents: ['incidents', 'people', 'custody', 'keep-apart'],
  incidentStatistics: ['incidents', 'people', 'custody', 'places'],
  obligations: ['obligations', 'people', 'custody', 'dossier', 'documents', 'alerts', 'rules', 'calendar'],
  rules: ['rules', 'obligations'],
  stages: ['care', 'custody', 'people', 'places', 'keep-apart'],
  plans: ['care', 'custody', 'people', 'places', 'keep-apart'],
  careSessions: ['care', 'custody', 'people', 'places', 'keep-apart'],
  conduct: ['care', 'conduct-cases', 'custody', 'people', 'places', 'keep-apart'],
  campaigns: ['care', 'custody', 'people', 'places', 'keep-apart'],
  jobs: ['jobs'],
  feed: [],
}

const PEOPLE_TOPICS: readonly ChangeTopic[] = [
  'head-count',
  'people',
  'custody',
  'places',
  'imports',
  'keep-apart',
  'alerts',
  'obligations',
  'calendar',
  'centre',
]

/** True when an answer of this feature may be out of date after a change of these topics. */
export function isTouched(feature: string, topics: ReadonlySet<ChangeTopic>): boolean {
  const own = Object.hasOwn(OWN_TOPICS, feature) ? OWN_TOPICS[feature as Feature] : undefined
  return (own ?? PEOPLE_TOPICS).some((topic) => topics.has(topic))
}

/** The feature a cached answer came from: oRPC keys begin with the path of the call. */
export function featureOf(queryKey: readonly unknown[]): string {
  const path = queryKey[0]
  return Array.isArray(path) && typeof path[0] === 'string' ? path[0] : ''
}

/** One committed change, for a screen that shows what just moved. */
export type Change = Extract<FeedEvent, { type: 'change' }>

const listeners = new Set<(changes: readonly Change[]) => void>()

/** Hears of changes as they come, some together. Returns the way to stop. */
export function onChanges(listener: (changes: readonly Change[]) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Passes changes on to whoever listens; called by the feed's provider. */
export function tellChanges(changes: readonly Change[]): void {
  for (const listener of listeners) listener(changes)
}
