import type { ReadDb } from '#db/connection/handles.ts'
import type { IncidentQuery } from '#db/queries/incidents/asked.ts'
import { countByState, countIncidents } from '#db/queries/incidents/reader.ts'
import {
  countByKind,
  countByMonth,
  countByWeekdayAndHour,
  countByZoneAndHour,
  countContraband,
  countInjured,
  listClosings,
  listRepeated,
  listRolesOfPerson,
  listStandings,
  sumContraband,
} from '#db/queries/incidents/statistics.ts'
import { listZones } from '#db/queries/places/reader.ts'
import { zoneOfPerson } from '#db/queries/shifts/reach.ts'
import type {
  incidentStatisticsContract,
  IncidentStatistics,
  StatisticsAsked,
} from '#domain/contract/incident-statistics.ts'
import type { IncidentFilter } from '#domain/contract/incidents.ts'
import { INCIDENT_KINDS } from '#domain/incidents/incident-kinds.ts'
import { INCIDENT_STATES } from '#domain/incidents/incident-states.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import {
  AGE_CLASSES,
  ageClass,
  COUNTED_STATES,
  ESCAPE_SLICES,
  hoursBetween,
  INJURY_SLICES,
  monthsUpTo,
  OPEN_STATES,
  OUTSIDE_ZONES_LABEL,
  percentile,
  periodBefore,
} from '#domain/incidents/statistics.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { ReadContext, ReadUseCases } from '../use-case.ts'
import { queryFor } from './access.ts'
import { countSlices } from './escape-slices.ts'
import { lateWork } from './late-work.ts'

const MOST_REPEATED = 20
const MOST_LOOKED_THROUGH = 500
const TREND_MONTHS = 24
const PERSON_MONTHS = 12
/** Amounts are told to a thousandth of their unit: sums of fractions are not exact. */
const LEAST_AMOUNT = 1000

/** Everything that statistics count; narrowed by the caller. */
const ALL: IncidentFilter = {
  states: [...COUNTED_STATES],
  kinds: [],
  zones: [],
  personId: null,
  from: null,
  to: null,
  hour: null,
  weekday: null,
  substance: null,
  route: null,
  escape: null,
  injured: null,
  age: null,
  late: false,
  lateNotice: false,
  mine: false,
}

export const incidentStatisticsReads: ReadUseCases<typeof incidentStatisticsContract> = {
  figures: (db, context, asked) => figuresOf(db, context, asked),
  person: (db, context, { personId }) => {
    const months = monthsUpTo(dayOf(context.now), PERSON_MONTHS)
    const from = `${months[0]}-01`
    const query = queryFor(db, context.actor, context.now, { ...ALL, personId, from })
    const rows = listRolesOfPerson(db, { ...query, personId })
    const incidents = new Map(rows.map((row) => [row.id, row]))
    return {
      months: months.map((month) => ({
        month,
        count: [...incidents.values()].filter(({ occurred_on: on }) => on.startsWith(month)).length,
      })),
      total: incidents.size,
      kinds: INCIDENT_KINDS.flatMap((kind) => {
        const ofKind = rows.filter((row) => row.kind === kind)
        if (ofKind.length === 0) return []
        const roles = [...Map.groupBy(ofKind, ({ role }) => role)].map(([role, parts]) => ({
          role,
          label: roleLabel(ofKind, role),
          count: parts.length,
        }))
        return [{ kind, count: new Set(ofKind.map(({ id }) => id)).size, roles }]
      }),
      from,
    }
  },
}

/** The word of the newest form that knows the role. */
function roleLabel(rows: readonly RoleRow[], role: string): string {
  for (const row of rows.toReversed()) {
    const known = formOfVersion(row.kind, row.form_version).roles.find(({ id }) => id === role)
    if (known) return known.label
  }
  return role
}

type RoleRow = ReturnType<typeof listRolesOfPerson>[number]

/** What the incidents of a period teach, of those the reader may see. */
function figuresOf(db: ReadDb, context: ReadContext, asked: StatisticsAsked): IncidentStatistics {
  const ask = (narrower: Partial<IncidentFilter>) =>
    queryFor(db, context.actor, context.now, { ...ALL, ...asked, ...narrower })
  const query = ask({})
  const before = periodBefore(asked)
  const kinds = countByKind(db, query)
  const kindsBefore = new Map(countByKind(db, ask(before)).map(({ kind, count }) => [kind, count]))
  const open = ask({ states: [...OPEN_STATES], from: null, to: null })
  const left = countByState(db, ask({ states: ['duplicate', 'not-incident'] }))
  const leftOut = (state: (typeof left)[number]['state']) =>
    left.find((row) => row.state === state)?.count ?? 0
  const today = dayOf(context.now)
  const recent = { from: addDays(today, -1), to: today }
  return {
    before,
    total: countIncidents(db, query),
    totalBefore: sum([...kindsBefore.values()]),
    kinds: INCIDENT_KINDS.flatMap((kind) => {
      const count = kinds.find((row) => row.kind === kind)?.count ?? 0
      const earlier = kindsBefore.get(kind) ?? 0
      return count + earlier === 0 ? [] : [{ kind, count, before: earlier }]
    }),
    recent: { ...recent, count: countIncidents(db, ask(recent)) },
    standing: standingOf(db, context, open),
    ...lateWork(db, open),
    zones: zonesOf(db, query),
    weekdays: weekdaysOf(db, query),
    months: monthsOf(db, ask, asked),
    repeated: repeatedOf(db, query),
    contraband: contrabandOf(db, query),
    escapes: countSlices(db, query, ESCAPE_SLICES),
    injured: INJURY_SLICES.map((slice) => {
      const { incidents = 0, people = 0 } = countInjured(db, query, slice) ?? {}
      return { slice, incidents, people }
    }),
    closing: closingOf(db, query),
    isNarrowed: !query.reader.seesRestricted,
    leftOut: { duplicates: leftOut('duplicate'), notIncidents: leftOut('not-incident') },
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function standingOf(db: ReadDb, context: ReadContext, open: IncidentQuery): IncidentStatistics['standing'] {
  const today = dayOf(context.now)
  const rows = listStandings(db, open)
  return INCIDENT_STATES.flatMap((state) => {
    const inState = rows.filter((row) => row.state === state)
    if (inState.length === 0) return []
    const classes = inState.map(({ state_since: since }) => ageClass(dayOf(since), today))
    const ages = Object.fromEntries(
      AGE_CLASSES.map((age) => [age, classes.filter((one) => one === age).length]),
    ) as Record<(typeof AGE_CLASSES)[number], number>
    return [{ state, count: inState.length, ages }]
  })
}

/** Zones in the order of the centre, then what happened in none. */
function zonesOf(db: ReadDb, query: IncidentQuery): IncidentStatistics['zones'] {
  const cells = Map.groupBy(countByZoneAndHour(db, query), ({ zone_id: id }) => id)
  const named = [
    ...listZones(db).map(({ id, name }) => ({ id, name })),
    { id: null, name: OUTSIDE_ZONES_LABEL },
  ]
  return named.flatMap(({ id, name }) => {
    const hours = (cells.get(id) ?? []).map(({ hour, count }) => ({ hour, count }))
    return hours.length === 0
      ? []
      : [{ zoneId: id, name, count: sum(hours.map(({ count }) => count)), hours }]
  })
}

function weekdaysOf(db: ReadDb, query: IncidentQuery): IncidentStatistics['weekdays'] {
  const cells = Map.groupBy(countByWeekdayAndHour(db, query), ({ weekday }) => weekday)
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const hours = (cells.get(weekday) ?? []).map(({ hour, count }) => ({ hour, count }))
    return { weekday, count: sum(hours.map(({ count }) => count)), hours }
  })
}

function monthsOf(
  db: ReadDb,
  ask: (narrower: Partial<IncidentFilter>) => IncidentQuery,
  { to }: StatisticsAsked,
): IncidentStatistics['months'] {
  const months = monthsUpTo(to, TREND_MONTHS)
  const cells = Map.groupBy(countByMonth(db, ask({ from: `${months[0]}-01` })), ({ month }) => month)
  return months.map((month) => {
    const kinds = (cells.get(month) ?? []).map(({ kind, count }) => ({ kind, count }))
    return { month, count: sum(kinds.map(({ count }) => count)), kinds }
  })
}

/** Those most often in incidents; a reader of some zones is told of nobody who lodges in another. */
function repeatedOf(db: ReadDb, query: IncidentQuery): IncidentStatistics['repeated'] {
  const { zones } = query.reader
  const limit = zones === null ? MOST_REPEATED : MOST_LOOKED_THROUGH
  return listRepeated(db, query, limit)
    .filter(({ id }) => {
      const zone = zones === null ? null : zoneOfPerson(db, id)
      return zone === null || zones?.includes(zone)
    })
    .slice(0, MOST_REPEATED)
    .map(({ id, name, count, last }) => ({ personId: id, name, count, last }))
}

function contrabandOf(db: ReadDb, query: IncidentQuery): IncidentStatistics['contraband'] {
  const sums = sumContraband(db, query)
  return countContraband(db, query).flatMap(({ substance, route, incidents }) => {
    const amounts = sums
      .filter((row) => row.substance === substance && row.route === route)
      .map(({ unit, quantity }) => ({ unit, quantity: Math.round(quantity * LEAST_AMOUNT) / LEAST_AMOUNT }))
    return substance === null ? [] : [{ substance, route, incidents, amounts }]
  })
}

function closingOf(db: ReadDb, query: IncidentQuery): IncidentStatistics['closing'] {
  const closings = listClosings(db, query).flatMap(({ kind, reported_at: from, closed_at: to }) =>
    to === null ? [] : [{ kind, hours: hoursBetween(from, to) }],
  )
  const lengths = (rows: typeof closings) => {
    const hours = rows.map((row) => row.hours)
    return { closed: hours.length, medianHours: percentile(hours, 0.5), slowHours: percentile(hours, 0.9) }
  }
  const byKind = Map.groupBy(closings, ({ kind }) => kind)
  return {
    ...lengths(closings),
    kinds: INCIDENT_KINDS.flatMap((kind) => {
      const ofKind = byKind.get(kind)
      return ofKind === undefined ? [] : [{ kind, ...lengths(ofKind) }]
    }),
  }
}
