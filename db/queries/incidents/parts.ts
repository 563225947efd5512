import { sql } from 'kysely'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

type OfIncident = Record<'incident', string>
type ById = Record<'id', string>

function involvementsQuery() {
  return qb
    .selectFrom('incident_involvement')
    .leftJoin('person', 'person.id', 'incident_involvement.person_id')
    .leftJoin('user', 'user.id', 'incident_involvement.user_id')
    .leftJoin('place as zone', 'zone.id', 'incident_involvement.zone_id')
    .leftJoin('stay_state', 'stay_state.stay_id', 'incident_involvement.stay_id')
    .leftJoin('place as bed', 'bed.id', 'stay_state.bed_id')
    .selectAll('incident_involvement')
    .select([
      'person.name as person_name',
      'user.display_name as user_name',
      'zone.name as zone_name',
      'bed.full_code as bed_code',
    ])
}

const involvements = prepared<OfIncident>()((p) =>
  involvementsQuery()
    .where('incident_involvement.incident_id', '=', p.incident)
    .orderBy('incident_involvement.added_at')
    .orderBy(sql`incident_involvement.rowid`),
)
const involvement = prepared<ById>()((p) => involvementsQuery().where('incident_involvement.id', '=', p.id))

const stayAt = prepared<{ person: string; at: string }>()((p) =>
  qb
    .selectFrom('stay_state')
    .select(['stay_id', 'zone_id'])
    .where('person_id', '=', p.person)
    .where('received_at', '<=', p.at)
    .orderBy('received_at', 'desc')
    .limit(1),
)

const injuries = prepared<OfIncident>()((p) =>
  qb
    .selectFrom('incident_injury')
    .selectAll()
    .where('incident_id', '=', p.incident)
    .orderBy('noticed_at')
    .orderBy(sql`rowid`),
)
const injury = prepared<ById>()((p) => qb.selectFrom('incident_injury').selectAll().where('id', '=', p.id))

const answers = prepared<OfIncident>()((p) =>
  qb
    .selectFrom('incident_answer')
    .selectAll()
    .where('incident_id', '=', p.incident)
    .orderBy('answered_at')
    .orderBy(sql`rowid`),
)

const narratives = prepared<OfIncident>()((p) =>
  qb.selectFrom('incident_narrative').selectAll().where('incident_id', '=', p.incident).orderBy('no'),
)

const steps = prepared<OfIncident>()((p) =>
  qb
    .selectFrom('incident_step')
    .selectAll()
    .where('incident_id', '=', p.incident)
    .orderBy('at')
    .orderBy(sql`rowid`),
)

const exhibits = prepared<OfIncident>()((p) =>
  qb
    .selectFrom('incident_exhibit')
    .leftJoin('person', 'person.id', 'incident_exhibit.person_id')
    .leftJoin('place', 'place.id', 'incident_exhibit.place_id')
    .selectAll('incident_exhibit')
    .select(['person.name as person_name', 'place.name as place_name'])
    .where('incident_exhibit.incident_id', '=', p.incident)
    .orderBy('incident_exhibit.no'),
)
const exhibit = prepared<ById>()((p) => qb.selectFrom('incident_exhibit').selectAll().where('id', '=', p.id))

const sealed = prepared<{ seal: string; incident: string }>()((p) =>
  qb
    .selectFrom('incident_exhibit')
    .select('id')
    .where('seal_number', '=', p.seal)
    .where('incident_id', '<>', p.incident)
    .limit(1),
)

const takenFind = prepared<{ find: string }>()((p) =>
  qb
    .selectFrom('incident_exhibit')
    .innerJoin('incident', 'incident.id', 'incident_exhibit.incident_id')
    .select('incident_exhibit.id')
    .where('incident_exhibit.find_id', '=', p.find)
    .where('incident.state', 'not in', ['duplicate', 'not-incident'])
    .limit(1),
)

const chainOfIncident = prepared<OfIncident>()((p) =>
  qb
    .selectFrom('incident_exhibit_move')
    .innerJoin('incident_exhibit', 'incident_exhibit.id', 'incident_exhibit_move.exhibit_id')
    .selectAll('incident_exhibit_move')
    .where('incident_exhibit.incident_id', '=', p.incident)
    .orderBy('incident_exhibit_move.no'),
)
const chain = prepared<ById>()((p) =>
  qb.selectFrom('incident_exhibit_move').selectAll().where('exhibit_id', '=', p.id).orderBy('no'),
)

const evidence = prepared<OfIncident>()((p) =>
  qb
    .selectFrom('incident_evidence')
    .innerJoin('file', 'file.id', 'incident_evidence.file_id')
    .selectAll('incident_evidence')
    .select('file.media_type')
    .where('incident_evidence.incident_id', '=', p.incident)
    .orderBy('incident_evidence.added_at')
    .orderBy(sql`incident_evidence.rowid`),
)
const evidenceById = prepared<ById>()((p) =>
  qb.selectFrom('incident_evidence').selectAll().where('id', '=', p.id),
)
const fileHash = prepared<ById>()((p) => qb.selectFrom('file').select('sha256').where('id', '=', p.id))
const evidenceBytes = prepared<ById>()((p) =>
  qb
    .selectFrom('incident_evidence')
    .innerJoin('file', 'file.id', 'incident_evidence.file_id')
    .select([
      'incident_evidence.incident_id',
      'incident_evidence.added_by',
      'file.sha256',
      'file.bytes',
      'file.media_type',
    ])
    .where('incident_evidence.id', '=', p.id)
    .where('incident_evidence.withdrawn_at', 'is', null),
)
const exhibitBytes = prepared<ById>()((p) =>
  qb
    .selectFrom('incident_exhibit')
    .innerJoin('file', 'file.id', 'incident_exhibit.file_id')
    .select([
      'incident_exhibit.incident_id',
      'incident_exhibit.recorded_by as added_by',
      'file.sha256',
      'file.bytes',
      'file.media_type',
    ])
    .where('incident_exhibit.id', '=', p.id),
)

const notices = prepared<OfIncident>()((p) =>
  qb
    .selectFrom('incident_notice')
    .leftJoin('incident_involvement as about', 'about.id', 'incident_notice.involvement_id')
    .selectAll('incident_notice')
    .select(['about.role as about_role', 'about.removed_at as about_removed_at'])
    .where('incident_notice.incident_id', '=', p.incident)
    .orderBy('incident_notice.due_at')
    .orderBy(sql`incident_notice.rowid`),
)
const notice = prepared<ById>()((p) => qb.selectFrom('incident_notice').selectAll().where('id', '=', p.id))

const links = prepared<OfIncident>()((p) =>
  qb.selectFrom('incident_link').selectAll().where('incident_id', '=', p.incident).orderBy('linked_at'),
)
const linksBack = prepared<OfIncident>()((p) =>
  qb
    .selectFrom('incident_link')
    .selectAll()
    .where('kind', 'in', ['duplicate-of', 'incident'])
    .where('target_id', '=', p.incident)
    .orderBy('linked_at'),
)

export type InvolvementRow = NonNullable<ReturnType<typeof findInvolvement>>

/** Everybody who stands or stood in an incident. */
export function listInvolvements(db: ReadDb, incidentId: string): InvolvementRow[] {
  return involvements.all(db, { incident: incidentId })
}

export function findInvolvement(db: ReadDb, id: string) {
  return involvement.get(db, { id })
}

/** The stay a person was in at a moment, and the zone that counts it. */
export function findStayAt(db: ReadDb, personId: string, at: string) {
  return stayAt.get(db, { person: personId, at })
}

export function listInjuries(db: ReadDb, incidentId: string) {
  return injuries.all(db, { incident: incidentId })
}

export function findInjury(db: ReadDb, id: string) {
  return injury.get(db, { id })
}

/** All answers ever given, superseded ones too. */
export function listAnswers(db: ReadDb, incidentId: string) {
  return answers.all(db, { incident: incidentId })
}

/** The signed account, in order. */
export function listNarratives(db: ReadDb, incidentId: string) {
  return narratives.all(db, { incident: incidentId })
}

export function listIncidentSteps(db: ReadDb, incidentId: string) {
  return steps.all(db, { incident: incidentId })
}

export function listExhibits(db: ReadDb, incidentId: string) {
  return exhibits.all(db, { incident: incidentId })
}

export function findExhibit(db: ReadDb, id: string) {
  return exhibit.get(db, { id })
}

/** An exhibit of another incident that stands under a seal. */
export function findSealed(db: ReadDb, seal: string, incident: string): string | undefined {
  return sealed.get(db, { seal, incident })?.id
}

/** Is a find an exhibit already, of an incident that counts? */
export function isTakenFind(db: ReadDb, findId: string): boolean {
  return takenFind.get(db, { find: findId }) !== undefined
}

/** Lines of the chains of custody of all exhibits of an incident. */
export function listChains(db: ReadDb, incidentId: string) {
  return chainOfIncident.all(db, { incident: incidentId })
}

/** The chain of custody of one exhibit. */
export function listChain(db: ReadDb, exhibitId: string) {
  return chain.all(db, { id: exhibitId })
}

export function listEvidence(db: ReadDb, incidentId: string) {
  return evidence.all(db, { incident: incidentId })
}

export function findEvidence(db: ReadDb, id: string) {
  return evidenceById.get(db, { id })
}

/** SHA-256 of a kept file. */
export function findFileHash(db: ReadDb, fileId: string): string | undefined {
  return fileHash.get(db, { id: fileId })?.sha256
}

/** The bytes of a photo or scan kept as evidence and not withdrawn, of which incident, and who added it. */
export function findEvidenceBytes(db: ReadDb, evidenceId: string) {
  return evidenceBytes.get(db, { id: evidenceId })
}

/** The photo of an exhibit, of which incident, and who recorded it. */
export function findExhibitBytes(db: ReadDb, exhibitId: string) {
  return exhibitBytes.get(db, { id: exhibitId })
}

export function listNotices(db: ReadDb, incidentId: string) {
  return notices.all(db, { incident: incidentId })
}

export function findNotice(db: ReadDb, id: string) {
  return notice.get(db, { id })
}

export function listLinks(db: ReadDb, incidentId: string) {
  return links.all(db, { incident: incidentId })
}

/** Ties that other incidents have to this one. */
export function listLinksBack(db: ReadDb, incidentId: string) {
  return linksBack.all(db, { incident: incidentId })
}
