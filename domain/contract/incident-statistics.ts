import { z } from 'zod'
import { EXHIBIT_ROUTES, EXHIBIT_SUBSTANCES, EXHIBIT_UNITS } from '../incidents/exhibit.ts'
import { INCIDENT_KINDS } from '../incidents/incident-kinds.ts'
import { INCIDENT_STATES } from '../incidents/incident-states.ts'
import { AGE_CLASSES, ESCAPE_SLICES, INJURY_SLICES } from '../incidents/statistics.ts'
import { dayField, idField } from './fields.ts'
import { lateFields } from './incident-shapes.ts'
import { route } from './route.ts'

const asked = z
  .strictObject({
    /** Days it happened on, in Vietnam; both inclusive. */
    from: dayField,
    to: dayField,
    zones: z.array(z.string().max(64)).max(60).default([]),
    kinds: z.array(z.enum(INCIDENT_KINDS)).max(INCIDENT_KINDS.length).default([]),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: 'Ngày cuối kỳ trước ngày đầu kỳ. Chọn lại ngày cuối kỳ.',
  })
export type StatisticsAsked = z.output<typeof asked>

const hourCount = z.object({ hour: z.number(), count: z.number() })

const statisticsShape = z.object({
  /** As many days right before, to compare with. */
  before: z.object({ from: z.string(), to: z.string() }),
  total: z.number(),
  totalBefore: z.number(),
  kinds: z.array(z.object({ kind: z.enum(INCIDENT_KINDS), count: z.number(), before: z.number() })),
  /** What happened yesterday and today, whatever the period. */
  recent: z.object({ from: z.string(), to: z.string(), count: z.number() }),
  /** What is open today, whenever it happened, by how long it has stood in its state. */
  standing: z.array(
    z.object({
      state: z.enum(INCIDENT_STATES),
      count: z.number(),
      ages: z.record(z.enum(AGE_CLASSES), z.number()),
    }),
  ),
  /** Of what is open today. */
  ...lateFields,
  zones: z.array(
    z.object({
      /** Null for what happened in no zone. */
      zoneId: z.string().nullable(),
      name: z.string(),
      count: z.number(),
      hours: z.array(hourCount),
    }),
  ),
  /** 1 Monday … 7 Sunday. */
  weekdays: z.array(z.object({ weekday: z.number(), count: z.number(), hours: z.array(hourCount) })),
  /** The last 24 months up to the end of the period. */
  months: z.array(
    z.object({
      month: z.string(),
      count: z.number(),
      kinds: z.array(z.object({ kind: z.enum(INCIDENT_KINDS), count: z.number() })),
    }),
  ),
  repeated: z.array(
    z.object({ personId: z.string(), name: z.string(), count: z.number(), last: z.string() }),
  ),
  contraband: z.array(
    z.object({
      substance: z.enum(EXHIBIT_SUBSTANCES),
      route: z.enum(EXHIBIT_ROUTES),
      incidents: z.number(),
      amounts: z.array(z.object({ unit: z.enum(EXHIBIT_UNITS), quantity: z.number() })),
    }),
  ),
  escapes: z.array(z.object({ slice: z.enum(ESCAPE_SLICES), incidents: z.number(), people: z.number() })),
  injured: z.array(z.object({ slice: z.enum(INJURY_SLICES), incidents: z.number(), people: z.number() })),
  /** From the report to the closing, of those closed today; in whole hours. */
  closing: z.object({
    closed: z.number(),
    medianHours: z.number().nullable(),
    slowHours: z.number().nullable(),
    kinds: z.array(
      z.object({
        kind: z.enum(INCIDENT_KINDS),
        closed: z.number(),
        medianHours: z.number().nullable(),
        slowHours: z.number().nullable(),
      }),
    ),
  }),
  /** Restricted incidents are kept from the reader, and stand in no figure. */
  isNarrowed: z.boolean(),
  /** What is counted nowhere above. */
  leftOut: z.object({ duplicates: z.number(), notIncidents: z.number() }),
})
export type IncidentStatistics = z.infer<typeof statisticsShape>

/** What a work that added up figures leaves: what was asked and what it found. */
export const preparedShape = z.object({ asked, figures: statisticsShape })
const preparedBy = z.strictObject({ jobId: idField })

const personShape = z.object({
  /** Twelve months up to this one, the oldest first. */
  months: z.array(z.object({ month: z.string(), count: z.number() })),
  total: z.number(),
  kinds: z.array(
    z.object({
      kind: z.enum(INCIDENT_KINDS),
      count: z.number(),
      roles: z.array(z.object({ role: z.string(), label: z.string(), count: z.number() })),
    }),
  ),
  /** First day of the picture. */
  from: z.string(),
})

export const incidentStatisticsContract = {
  figures: route({ access: 'incident.read', kind: 'report', summary: 'What the incidents of a period teach' })
    .input(asked)
    .output(statisticsShape),
  prepare: route({
    access: 'incident.export',
    kind: 'call',
    summary: 'Begins the work that adds up the figures for a file',
  })
    .input(asked)
    .output(z.object({ jobId: z.string() })),
  workbook: route({
    access: 'incident.export',
    kind: 'call',
    summary: 'The figures of a finished work as an Excel file; audited',
  })
    .input(preparedBy)
    .output(z.file()),
  report: route({
    access: 'incident.export',
    kind: 'call',
    summary: 'The figures of a finished work as a report in Word; audited',
  })
    .input(preparedBy)
    .output(z.file()),
  person: route({
    access: 'incident.read',
    kind: 'read',
    summary: 'Twelve months of incidents of a person, by kind and role',
  })
    .input(z.strictObject({ personId: idField }))
    .output(personShape),
}
