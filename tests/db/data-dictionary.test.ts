import { describe, expect, it } from 'vitest'
import { SENSITIVITIES } from '#db/schema/column-facts.ts'
import { DATA_DICTIONARY } from '#db/schema/data-dictionary.ts'
import { BACKUP_KINDS } from '#domain/backup/backup-kinds.ts'
import { ALERT_CODES } from '#domain/alerts/alert-codes.ts'
import { CAMPAIGN_STATES } from '#domain/care/campaign.ts'
import { APPEAL_OUTCOMES, CASE_FORMS, CASE_KINDS } from '#domain/conduct-cases/case-kinds.ts'
import { CASE_ACTIONS, CASE_STATES } from '#domain/conduct-cases/case-states.ts'
import { CONDUCT_MONTH_STATES, CONDUCT_RATINGS } from '#domain/care/conduct.ts'
import { ATTENDANCE_MARKS, SESSION_KINDS } from '#domain/care/sessions.ts'
import { STAGE_RESULTS } from '#domain/care/stages.ts'
import { RETURN_RESIDENCES, WORK_ABILITIES } from '#domain/stay/return-place.ts'
import {
  CALL_KINDS,
  CALL_STATES,
  FIND_SOURCES,
  ITEM_KINDS,
  ITEM_OUTCOMES,
  LETTER_OUTCOMES,
  MAIL_DIRECTIONS,
  VISIT_KINDS,
  VISIT_STATES,
} from '#domain/contacts/contact-codes.ts'
import { IDENTITY_KINDS } from '#domain/identity/identity-kinds.ts'
import { BAG_EVENT_KINDS } from '#domain/deposit/bag-events.ts'
import { OUT_KINDS, CUSTODY_EVENT_KINDS } from '#domain/custody/event-kinds.ts'
import {
  EXHIBIT_KINDS,
  EXHIBIT_MOVES,
  EXHIBIT_ROUTES,
  EXHIBIT_SUBSTANCES,
  EXHIBIT_UNITS,
} from '#domain/incidents/exhibit.ts'
import { INJURY_SEVERITIES, NARRATIVE_KINDS } from '#domain/incidents/incident-codes.ts'
import {
  INCIDENT_KINDS,
  INCIDENT_LINKS,
  INCIDENT_ORIGINS,
  INCIDENT_SECRECIES,
} from '#domain/incidents/incident-kinds.ts'
import { INCIDENT_STATES } from '#domain/incidents/incident-states.ts'
import { INVOLVED_WHO } from '#domain/incidents/involvement-roles.ts'
import { INCIDENT_ACTIONS } from '#domain/incidents/transitions.ts'
import { SENDING_WAYS } from '#domain/obligations/exemptions.ts'
import { VARIANCE_DIRECTIONS, VARIANCE_REASONS } from '#domain/head-count/variance-reasons.ts'
import { OUTAGE_REASONS } from '#domain/placement/capacity.ts'
import { KEEP_APART_GROUNDS, KEEP_APART_ROLES } from '#domain/placement/keep-apart.ts'
import { RESHUFFLE_STATES } from '#domain/placement/reshuffle.ts'
import { SWEEP_KINDS } from '#domain/placement/sweep-kinds.ts'
import {
  REQUEST_CHANNELS,
  REQUEST_KINDS,
  REQUEST_STATES,
  REQUEST_STEP_KINDS,
  REQUEST_TOPICS,
} from '#domain/requests/request-kinds.ts'
import {
  CARE_PAYERS,
  DEATH_PROOFS,
  DRUG_TESTS,
  MOURNED_RELATIONS,
  OUTING_KINDS,
  TRANSFER_SCOPES,
} from '#domain/goings-out/outing-kinds.ts'
import { ROLES } from '#domain/permissions/roles.ts'
import { TERM_REGIMES, TRACKS } from '#domain/stay/track.ts'
import { openTestDatabase } from './_test-database.ts'

describe('the data dictionary', () => {
  it('describes exactly the columns of the migrated file, each with a sensitivity', () => {
    using test = openTestDatabase()
    const columns = test.db.rows<{ path: string }>(
      `select m.name || '.' || c.name as path from sqlite_master m join pragma_table_info(m.name) c
       where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like 'search_%' order by path`,
    )
    const described = Object.entries(DATA_DICTIONARY).flatMap(([table, facts]) =>
      Object.keys(facts).map((name) => `${table}.${name}`),
    )
    expect(described.toSorted()).toEqual(columns.map(({ path }) => path).toSorted())
    for (const facts of Object.values(DATA_DICTIONARY)) {
      for (const { sensitivity, means } of Object.values(facts)) {
        expect(SENSITIVITIES).toContain(sensitivity)
        expect(means.length).toBeGreaterThan(2)
      }
    }
  })

  it('finds every table strict, so that text never slips into a number', () => {
    using test = openTestDatabase()
    const loose = test.db.rows<{ name: string }>(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'`,
    )
    expect(loose).toEqual([])
  })
})

function listInCheck(sql: string, column: string): string[] {
  const match = new RegExp(`${column} in \\(([^)]*)\\)`).exec(sql)
  return (match?.[1] ?? '').split(',').map((part) => part.trim().replaceAll("'", ''))
}

describe('code lists of the domain and CHECKs of the schema agree', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['alert', 'code', ALERT_CODES],
    ['backup_run', 'kind', BACKUP_KINDS],
    ['campaign', 'state', CAMPAIGN_STATES],
    ['care_attendance', 'mark', ATTENDANCE_MARKS],
    ['care_group', 'kind', SESSION_KINDS],
    ['care_session', 'kind', SESSION_KINDS],
    ['conduct_month', 'state', CONDUCT_MONTH_STATES],
    ['conduct_rating', 'rating', CONDUCT_RATINGS],
    ['conduct_case', 'kind', CASE_KINDS],
    ['conduct_case', 'form', CASE_FORMS],
    ['conduct_case', 'state', CASE_STATES],
    ['conduct_case', 'appeal_outcome', APPEAL_OUTCOMES],
    ['conduct_step', 'action', CASE_ACTIONS],
    ['plan_stage', 'result', STAGE_RESULTS],
    ['stage_record', 'result', STAGE_RESULTS],
    ['custody_event', 'kind', CUSTODY_EVENT_KINDS],
    ['incident', 'kind', INCIDENT_KINDS],
    ['incident', 'state', INCIDENT_STATES],
    ['incident', 'secrecy', INCIDENT_SECRECIES],
    ['incident', 'origin', INCIDENT_ORIGINS],
    ['incident_involvement', 'who', INVOLVED_WHO],
    ['incident_injury', 'severity', INJURY_SEVERITIES],
    ['incident_answer', 'kind', INCIDENT_KINDS],
    ['incident_narrative', 'kind', NARRATIVE_KINDS],
    ['incident_step', 'action', INCIDENT_ACTIONS],
    ['incident_exhibit', 'kind', EXHIBIT_KINDS],
    ['incident_exhibit', 'substance', EXHIBIT_SUBSTANCES],
    ['incident_exhibit', 'route', EXHIBIT_ROUTES],
    ['incident_exhibit', 'unit', EXHIBIT_UNITS],
    ['incident_exhibit', 'last_move', EXHIBIT_MOVES],
    ['incident_exhibit_move', 'kind', EXHIBIT_MOVES],
    ['incident_notice', 'sent_how', SENDING_WAYS],
    ['incident_task', 'role', ROLES],
    ['incident_link', 'kind', INCIDENT_LINKS],
    ['head_count_variance', 'direction', VARIANCE_DIRECTIONS],
    ['head_count_variance', 'reason', VARIANCE_REASONS],
    ['keep_apart', 'ground', KEEP_APART_GROUNDS],
    ['keep_apart', 'role_a', KEEP_APART_ROLES],
    ['outage_plan', 'reason', OUTAGE_REASONS],
    ['request', 'kind', REQUEST_KINDS],
    ['request', 'channel', REQUEST_CHANNELS],
    ['request', 'topic', REQUEST_TOPICS],
    ['request', 'state', REQUEST_STATES],
    ['request_step', 'kind', REQUEST_STEP_KINDS],
    ['reshuffle', 'state', RESHUFFLE_STATES],
    ['sweep_finding', 'kind', SWEEP_KINDS],
    ['property_event', 'kind', BAG_EVENT_KINDS],
    ['outing', 'kind', OUTING_KINDS],
    ['outing', 'relation', MOURNED_RELATIONS],
    ['outing', 'proof', DEATH_PROOFS],
    ['outing', 'scope', TRANSFER_SCOPES],
    ['outing', 'drug_test', DRUG_TESTS],
    ['hospital_step', 'payer', CARE_PAYERS],
    ['user_role', 'role', ROLES],
    ['return_place', 'residence', RETURN_RESIDENCES],
    ['return_place', 'work', WORK_ABILITIES],
    ['stay', 'initial_track', TRACKS],
    ['stay', 'term_regime', TERM_REGIMES],
    ['stay_state', 'track', TRACKS],
    ['visit', 'kind', VISIT_KINDS],
    ['visit', 'state', VISIT_STATES],
    ['visitor', 'paper_kind', IDENTITY_KINDS],
    ['phone_call', 'kind', CALL_KINDS],
    ['phone_call', 'state', CALL_STATES],
    ['letter', 'direction', MAIL_DIRECTIONS],
    ['letter', 'outcome', LETTER_OUTCOMES],
    ['parcel', 'direction', MAIL_DIRECTIONS],
    ['parcel_item', 'kind', ITEM_KINDS],
    ['parcel_item', 'outcome', ITEM_OUTCOMES],
    ['contraband_find', 'source', FIND_SOURCES],
  ]
  it.each(cases)('%s.%s', (table, column, list) => {
    using test = openTestDatabase()
    const sql = String(test.db.pluck('select sql from sqlite_master where name = ?', table))
    expect(listInCheck(sql, column).toSorted()).toEqual([...list].toSorted())
  })

  it('the roster keeps only out kinds the domain knows', () => {
    using test = openTestDatabase()
    const kinds = test.db.rows<{ out_kind: string }>(
      'select distinct out_kind from roster where out_kind is not null',
    )
    expect(kinds.every(({ out_kind: kind }) => (OUT_KINDS as readonly string[]).includes(kind))).toBe(true)
  })
})
