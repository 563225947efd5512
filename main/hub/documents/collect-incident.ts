import type { ReadDb } from '#db/connection/handles.ts'
import { findIncident } from '#db/queries/incidents/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { IncidentDetail, IncidentInvolvement } from '#domain/contract/incident-shapes.ts'
import { editionOn } from '#domain/documents/form-editions.ts'
import { FORMS_OF_DEATH, type IncidentForm } from '#domain/documents/incident-editions.ts'
import { incidentPaperFields, type IncidentPaperData } from '#domain/documents/incident-paper.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import {
  EXHIBIT_KIND_LABELS,
  EXHIBIT_MOVE_LABELS,
  EXHIBIT_SUBSTANCE_LABELS,
  EXHIBIT_UNIT_LABELS,
  hasLeft,
  moveText,
} from '#domain/incidents/exhibit.ts'
import { INJURY_SEVERITY_LABELS, NARRATIVE_KIND_LABELS } from '#domain/incidents/incident-codes.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import { addresseeOf } from '#domain/incidents/papers-of-incident.ts'
import { numberOf, procedureRule } from '#domain/law/rule-book.ts'
import { fullCitation } from '#domain/law/sources.ts'
import { can } from '#domain/permissions/permissions.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { dayOf, formatInstant, type Instant } from '#domain/time/instant.ts'
import { incidentDetail } from '../incidents/detail.ts'
import { sightFor } from '../incidents/access.ts'
import { readPersonFile } from '../people/person-file.ts'
import type { Actor } from '../use-case.ts'
import type { CollectedDocument } from './collect.ts'
import {
  centreOn,
  letterheadOf,
  personFactsOf,
  refuseFuture,
  stayFactsOf,
  type PaperSource,
} from './document-source.ts'
import { offersOf } from './incident-papers.ts'
import { joined } from './joined-parts.ts'

interface IncidentPaper {
  source: PaperSource
  collected: CollectedDocument
}

/**
 * Collects a paper of an incident from all that is written in it. Papers of a death take the wording of the law of the
 * day of the death, others that of their own day. Minutes of injuries are made by the medical desk, which sees nothing
 * else of the incident.
 * @throws AppError `not_found` for an incident the actor may not see, `forbidden` for one who may not run it,
 * `rule_violated` for a day that may not be and a paper that may not be made yet
 */
export function collectIncidentPaper(
  db: ReadDb,
  asked: { form: IncidentForm; incidentId: string; partId: string | null; on: Day | null },
  by: { actor: Actor; now: Instant },
): IncidentPaper {
  const { form, incidentId, partId } = asked
  const row = findIncident(db, incidentId)
  const isOfMedical = form === 'injury-minutes' && can(by.actor.roles, 'medical.edit')
  const sight = row === undefined ? 'nothing' : sightFor(db, by.actor, row)
  if (row === undefined || (sight !== 'all' && !isOfMedical)) throw new AppError('not_found')
  if (!isOfMedical && !can(by.actor.roles, 'incident.run')) throw new AppError('forbidden')
  const whole = incidentDetail(db, by, row, 'all')
  const isHidden = isOfMedical && sight !== 'all' && row.secrecy === 'restricted'
  const incident = isOfMedical ? forMedical(whole, isHidden) : whole
  const offer = offersOf(db, by, whole).find((one) => one.form === form && one.partId === partId)
  if (offer === undefined) {
    const message = 'Vụ việc này không lập văn bản đó. Tải lại trang và chọn lại.'
    throw ruleViolated([{ code: 'no-such-paper', message, field: 'form' }])
  }
  if (offer.problem !== null) throw ruleViolated([offer.problem])
  const on = asked.on ?? dayOf(by.now)
  refuseFuture(on, dayOf(by.now))
  const happenedOn = dayOf(incident.occurredAt)
  if (on < happenedOn) {
    const message = `Ngày văn bản trước ngày xảy ra ${formatDay(happenedOn)}. Chọn lại ngày.`
    throw ruleViolated([{ code: 'before-incident', message, field: 'on' }])
  }
  const edition = editionOn(form, 'compulsory', FORMS_OF_DEATH.includes(form) ? happenedOn : on)
  if ('code' in edition) throw ruleViolated([edition])
  const source: PaperSource = { db, actor: by.actor, edition, on, ...centreOn(db, on) }
  return {
    source,
    collected: {
      suggested: suggestedTexts(source, form, incident, partId),
      isMedical: isOfMedical,
      fields: (typed, fullNumber) =>
        incidentPaperFields({
          ...incidentFacts(incident, form, isOfMedical),
          ...(isHidden && { kind: null }),
          letterhead: letterheadOf(source, fullNumber),
          ground: FORMS_OF_DEATH.includes(form) ? fullCitation(edition.source) : null,
          familyHours: numberOf(procedureRule(readRuleBook(db), 'INC-15', happenedOn)) ?? null,
          one: personOf(db, incident, form, partId),
          typed,
        }),
    },
  }
}

/** What minutes of injuries tell of an incident: who was hurt; of one that is hidden neither number nor place. */
function forMedical(incident: IncidentDetail, isHidden: boolean): IncidentDetail {
  const hurt = new Set(incident.injuries.map(({ involvementId }) => involvementId))
  return {
    ...incident,
    ...(isHidden && { number: null, placeNote: null, placeName: null, zoneName: null, reportedBy: '' }),
    summary: '',
    involvements: incident.involvements.filter(({ id }) => hurt.has(id)),
    narratives: [],
    exhibits: [],
    decision: null,
    decidedAt: null,
  }
}

function suggestedTexts(
  source: PaperSource,
  form: IncidentForm,
  incident: IncidentDetail,
  partId: string | null,
): Record<string, string | null> {
  const { db, centre, actor } = source
  const witness = incident.involvements.find(
    ({ role, removedAt }) => removedAt === null && role.endsWith('witness'),
  )
  const owners = new Set(incident.exhibits.flatMap(({ personName }) => personName ?? []))
  const gone = incident.exhibits
    .flatMap(({ chain }) => chain)
    .findLast(({ kind }) => kind === 'handed-over' || kind === 'sent-for-test')
  const notice = incident.notices.find(({ id }) => id === partId)
  const to =
    form === 'death-notice' && notice
      ? addresseeOf(readRuleBook(db), notice.toWhom, incident.occurredAt)
      : form === 'incident-report'
        ? readSetting(db, 'incidents.report-to')
        : centre.headTitle
  return {
    kinh_gui: to,
    noi_lap: centre.name,
    nguoi_lap: actor.name,
    nguoi_chung_kien: witness?.name ?? null,
    nguoi_chung_kien_2: null,
    nguoi_co_vat: [...owners].join(', ') || null,
    ben_giao_ho_ten: actor.name,
    ben_giao_chuc_vu: null,
    ben_nhan_ho_ten: gone?.toHolder ?? null,
    ben_nhan_chuc_vu: null,
    ben_nhan_don_vi: null,
    ly_do: gone === undefined ? null : EXHIBIT_MOVE_LABELS[gone.kind],
    bien_phap: null,
    kien_nghi: null,
    don_vi_thi_hanh: 'Tổ quản lý học viên',
    noi_chet: placeOf(incident),
    nguyen_nhan: null,
    noi_mai_tang: null,
    y_kien_khac: null,
  }
}

function placeOf({ placeNote, placeName, zoneName }: IncidentDetail): string | null {
  return joined([placeNote, placeName, zoneName], ', ')
}

/** What the record of the incident says, for any of its papers. */
function incidentFacts(
  incident: IncidentDetail,
  form: IncidentForm,
  seesHealth: boolean,
): Omit<IncidentPaperData, 'letterhead' | 'ground' | 'familyHours' | 'one' | 'typed'> {
  const config = formOfVersion(incident.kind, incident.formVersion)
  const present = incident.involvements.filter(({ removedAt }) => removedAt === null)
  const nameOf = (id: string) => incident.involvements.find((one) => one.id === id)?.name ?? ''
  const outcomeOf = (id: string | null) => config.outcomes.find((one) => one.id === id)?.label ?? null
  // What was handed over for good before is not handed over again; all of it was seized.
  const exhibits = incident.exhibits.filter(
    (one) => form !== 'exhibit-hand-over' || !hasLeft(one.chain) || one.lastMove === 'handed-over',
  )
  return {
    number: incident.number,
    kind: INCIDENT_KIND_LABELS[incident.kind].toLocaleLowerCase('vi'),
    occurredAt: incident.occurredAt,
    isApproximate: incident.isApproximate,
    where: placeOf(incident),
    reportedAt: incident.reportedAt,
    reportedBy: incident.reportedBy,
    summary: incident.summary,
    accounts: incident.narratives
      .filter(({ kind }) => kind !== 'statement')
      .map(({ kind, body, writtenBy, writtenAt }) => ({
        label: NARRATIVE_KIND_LABELS[kind],
        body,
        by: writtenBy,
        at: writtenAt,
      })),
    people: present.map((one) => ({
      name: one.name,
      role: roleOf(incident, one),
      place: joined([one.zoneName, one.bedCode], ', '),
      outcome: outcomeOf(one.outcome),
    })),
    injuries: incident.injuries.map(
      (one) =>
        `- ${nameOf(one.involvementId)}: phát hiện bị thương ${formatInstant(one.noticedAt)}` +
        `${one.isHospital ? ', đã đưa đi bệnh viện' : ''}${one.isExamined ? ', tổ y tế đã khám' : ''}.`,
    ),
    examined: seesHealth
      ? incident.injuries.flatMap((one) => {
          if (one.severity === null || one.examinedAt === null) return []
          return [
            {
              name: nameOf(one.involvementId),
              at: joined([formatInstant(one.examinedAt), one.examinedBy], ', ') ?? '',
              found: `${INJURY_SEVERITY_LABELS[one.severity]}. ${one.detail ?? ''}`,
              treatment: one.treatment,
            },
          ]
        })
      : [],
    exhibits: exhibits.map((one) => ({
      what: joined([whatOf(one), one.description], ': ') ?? '',
      quantity: one.quantity,
      unit: EXHIBIT_UNIT_LABELS[one.unit],
      found:
        joined(
          [formatInstant(one.foundAt), one.foundWhere, one.personName && `của ${one.personName}`],
          ', ',
        ) ?? '',
      seal: one.sealNumber,
      holder: one.holder,
    })),
    chain: exhibits.flatMap((one) =>
      one.chain.map((move, index) => ({
        exhibit: `${one.no}. ${whatOf(one)}`,
        what: `${formatInstant(move.at)}: ${moveText(move.kind, one.chain[index - 1]?.sealNumber ?? null)}`,
        from: move.fromHolder,
        to: move.toHolder,
        seal: move.sealNumber,
      })),
    ),
    decision: incident.decision,
    decidedAt: incident.decidedAt,
    familyToldAt: incident.notices.find(({ step }) => step === 'family')?.sentAt ?? null,
  }
}

function whatOf({ kind, substance }: IncidentDetail['exhibits'][number]): string {
  return substance === null ? EXHIBIT_KIND_LABELS[kind] : EXHIBIT_SUBSTANCE_LABELS[substance]
}

function roleOf(incident: IncidentDetail, one: IncidentInvolvement): string {
  const { roles } = formOfVersion(incident.kind, incident.formVersion)
  return roles.find(({ id }) => id === one.role)?.label ?? one.role
}

/** Whom a paper about one person names: whoever gives the statement, or the dead. */
function personOf(
  db: ReadDb,
  incident: IncidentDetail,
  form: IncidentForm,
  partId: string | null,
): IncidentPaperData['one'] {
  const ofDeath = FORMS_OF_DEATH.includes(form)
  const one = incident.involvements.find(({ id, role, removedAt }) =>
    ofDeath ? role === 'died' && removedAt === null : id === partId,
  )
  if (one === undefined) return null
  const file = one.personId === null ? null : readPersonFile(db, one.personId)
  const stay = file?.stays.find(({ id }) => id === one.stayId) ?? file?.stays[0]
  return {
    name: one.name,
    role: roleOf(incident, one),
    statement:
      joined(
        incident.narratives.filter(({ involvementId }) => involvementId === one.id).map(({ body }) => body),
        '\n',
      ) || null,
    facts: file && stay ? { person: personFactsOf(file), stay: stayFactsOf(stay) } : null,
  }
}
