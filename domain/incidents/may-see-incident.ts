import { can } from '../permissions/permissions.ts'
import type { Role } from '../permissions/roles.ts'
import type { IncidentSecrecy } from './incident-kinds.ts'

/** Roles that read restricted incidents: those who run, decide and inspect. */
const SEES_RESTRICTED: readonly Role[] = ['incident', 'director', 'inspector']

/** May somebody with these roles read incidents that are restricted? */
export function seesRestricted(roles: readonly Role[]): boolean {
  return roles.some((role) => SEES_RESTRICTED.includes(role))
}

/** Who asks, and the zones he or she is limited to; null for everywhere. */
export interface IncidentReader {
  roles: readonly Role[]
  userId: string | null
  zones: ReadonlySet<string> | null
}

/** What decides who may read an incident. */
interface IncidentFace {
  /** It has a number in the book; what never got one is for its writer alone, thrown away or not. */
  isHandedIn: boolean
  secrecy: IncidentSecrecy
  zoneId: string | null
  reporterId: string | null
}

/** How much of an incident somebody sees: all of it, the first report that was theirs, or nothing. */
export type IncidentSight = 'all' | 'own-report' | 'nothing'

export function sightOf(reader: IncidentReader, incident: IncidentFace): IncidentSight {
  const isOwn = incident.reporterId !== null && incident.reporterId === reader.userId
  const own = isOwn && can(reader.roles, 'incident.report') ? 'own-report' : 'nothing'
  if (!can(reader.roles, 'incident.read')) return own
  if (seesRestricted(reader.roles)) return !incident.isHandedIn && !isOwn ? 'nothing' : 'all'
  if (incident.secrecy === 'restricted' || !incident.isHandedIn) return own
  if (reader.zones === null) return 'all'
  return incident.zoneId !== null && reader.zones.has(incident.zoneId) ? 'all' : own
}
