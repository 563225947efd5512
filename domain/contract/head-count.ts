import { z } from 'zod'
import { ALERT_FACES } from '../alerts/alert-codes.ts'
import { OUT_KINDS } from '../custody/event-kinds.ts'
import { COUNT_STATES } from '../head-count/count-states.ts'
import { ROOM_STATES } from '../head-count/explain-room.ts'
import { VARIANCE_DIRECTIONS, VARIANCE_REASONS } from '../head-count/variance-reasons.ts'
import { INCIDENT_KINDS } from '../incidents/incident-kinds.ts'
import { INCIDENT_STATES } from '../incidents/incident-states.ts'
import { idField, instantField, optionalLine, pageFields } from './fields.ts'
import { route } from './route.ts'
import { DUE_URGENCIES } from './today.ts'

const shiftShape = z.object({ at: z.string(), until: z.string(), name: z.string() })

const sumsShape = z.object({
  rooms: z.number(),
  countedRooms: z.number(),
  counted: z.number(),
  computed: z.number(),
  missing: z.number(),
  extra: z.number(),
  open: z.number(),
})

const zoneCountShape = z.object({
  zoneId: z.string(),
  code: z.string(),
  name: z.string(),
  state: z.enum(COUNT_STATES),
  sums: sumsShape,
  headCountId: z.string().nullable(),
  givenBy: z.string().nullable(),
  receivedBy: z.string().nullable(),
  signedAt: z.string().nullable(),
})
export type ZoneCount = z.infer<typeof zoneCountShape>

const occupantShape = z.object({
  stayId: z.string(),
  personId: z.string(),
  name: z.string(),
  birthYear: z.number().nullable(),
  bedCode: z.string().nullable(),
})
export type Occupant = z.infer<typeof occupantShape>

const varianceShape = z.object({
  id: z.string(),
  roomId: z.string(),
  direction: z.enum(VARIANCE_DIRECTIONS),
  reason: z.enum(VARIANCE_REASONS),
  stayId: z.string().nullable(),
  personId: z.string().nullable(),
  name: z.string().nullable(),
  note: z.string().nullable(),
  /** A custody event was recorded with it. */
  hasEvent: z.boolean(),
  recordedBy: z.string(),
})
export type Variance = z.infer<typeof varianceShape>

const roomShape = z.object({
  roomId: z.string(),
  code: z.string(),
  /** Whom the roll had there as known when it was counted; whom it has now while it is not. */
  occupants: z.array(occupantShape),
  /** How many it has for that minute by what is recorded now. */
  computedNow: z.number(),
  counted: z.number().nullable(),
  countedAt: z.string().nullable(),
  countedBy: z.string().nullable(),
  /** 0 until somebody counted. */
  version: z.number(),
  state: z.enum(ROOM_STATES),
  difference: z.number(),
  left: z.number(),
  lines: z.array(varianceShape),
})
export type CountRoom = z.infer<typeof roomShape>

const namedShape = z.object({ name: z.string(), note: z.string() })

const openIncident = z.object({
  number: z.string(),
  kind: z.enum(INCIDENT_KINDS),
  state: z.enum(INCIDENT_STATES),
  occurredAt: z.string(),
})

/** The hand-over sheet as both shifts signed it: never changes afterwards. */
export const sheetShape = z.object({
  centreName: z.string(),
  zoneName: z.string(),
  giving: shiftShape,
  receiving: shiftShape,
  givenBy: z.string(),
  receivedBy: z.string(),
  signedAt: z.string(),
  /** The receiver stands on the duty list of the receiving shift; null when the list is empty. */
  isReceiverOnDuty: z.boolean().nullable(),
  duty: z.array(namedShape),
  roll: z.object({
    onRoll: z.number(),
    present: z.number(),
    inZone: z.number(),
    out: z.number(),
    suspended: z.number(),
    escaped: z.number(),
    interrupted: z.number(),
  }),
  sums: sumsShape,
  rooms: z.array(
    z.object({ code: z.string(), computed: z.number(), counted: z.number(), countedAt: z.string() }),
  ),
  variance: z.array(
    z.object({
      room: z.string(),
      direction: z.enum(VARIANCE_DIRECTIONS),
      reason: z.enum(VARIANCE_REASONS),
      name: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  outs: z.array(
    z.object({
      name: z.string(),
      bedCode: z.string().nullable(),
      outKind: z.enum(OUT_KINDS).nullable(),
      state: z.enum(['out', 'suspended', 'escaped', 'interrupted']),
      since: z.string(),
      until: z.string().nullable(),
      isOverdue: z.boolean(),
    }),
  ),
  alerts: z.array(z.object({ name: z.string(), face: z.enum(ALERT_FACES), raisedAt: z.string() })),
  /** Incidents of the zone that are not ended, the newest first; null on a sheet signed before they stood on it. */
  incidents: z.nullable(z.object({ total: z.number(), shown: z.array(openIncident) })).default(null),
  dues: z.array(
    z.object({
      what: z.string(),
      article: z.string().nullable(),
      dueAt: z.string().nullable(),
      urgency: z.enum(DUE_URGENCIES),
      count: z.number(),
    }),
  ),
  note: z.string().nullable(),
})
export type HandOverSheet = z.infer<typeof sheetShape>

const signedShape = z.object({
  id: z.string(),
  zoneId: z.string(),
  zoneName: z.string(),
  shiftAt: z.string(),
  computed: z.number(),
  counted: z.number(),
  missing: z.number(),
  extra: z.number(),
  givenBy: z.string(),
  receivedBy: z.string(),
  signedAt: z.string(),
})
export type SignedCount = z.infer<typeof signedShape>

const ofZone = { zoneId: idField, shiftAt: instantField }

const countFilter = {
  zoneId: idField.nullable().default(null),
  /** Only those that differed. */
  onlyVariance: z.boolean().default(false),
}
const countFilterShape = z.strictObject(countFilter)
export type CountFilter = z.infer<typeof countFilterShape>

export const headCountContract = {
  board: route({
    access: 'counts.read',
    kind: 'read',
    summary: 'How far the zones are with the count of a hand-over',
  })
    .input(z.strictObject({ shiftAt: instantField.nullable().default(null) }))
    .output(
      z.object({
        shift: shiftShape,
        giving: shiftShape,
        /** The hand-overs one can go to, newest first. */
        recent: z.array(shiftShape),
        zones: z.array(zoneCountShape),
        duty: z.array(
          z.object({ userName: z.string(), postName: z.string().nullable(), isLead: z.boolean() }),
        ),
        /** In the centre without a bed: in no room to be counted in. */
        awaitingBed: z.number(),
      }),
    ),
  grid: route({
    access: 'counts.read',
    kind: 'read',
    summary: 'The rooms of a zone with who the roll has there and what was counted',
  })
    .input(z.strictObject(ofZone))
    .output(
      z.object({
        zoneName: z.string(),
        shift: shiftShape,
        giving: shiftShape,
        headCountId: z.string().nullable(),
        state: z.enum(COUNT_STATES),
        rooms: z.array(roomShape),
        sums: sumsShape,
      }),
    ),
  enter: route({ access: 'counts.run', kind: 'write', summary: 'Write down how many people a room has' })
    .input(
      z.strictObject({
        ...ofZone,
        roomId: idField,
        counted: z
          .int({ error: 'Ghi số người, không có chữ.' })
          .min(0, { error: 'Số người không thể âm.' })
          .max(999, { error: 'Số người quá lớn. Kiểm tra lại.' })
          .nullable(),
        /** The version of the room that was on the screen; 0 = not counted yet. */
        version: z.int().min(0),
        /** When it was counted, for what was written on paper; null = now. */
        at: instantField.nullable().default(null),
      }),
    )
    .output(z.object({ version: z.number() })),
  explain: route({
    access: 'counts.run',
    kind: 'write',
    summary: 'Name who is missing or too many and why; an escape is recorded in the same act',
  })
    .input(
      z.strictObject({
        id: idField,
        ...ofZone,
        roomId: idField,
        direction: z.enum(VARIANCE_DIRECTIONS),
        reason: z.enum(VARIANCE_REASONS, { error: 'Chọn lý do.' }),
        stayId: idField.nullable().default(null),
        note: optionalLine(500, 'Ghi chú'),
        /** Id of the escape event, made by the client; needed for the reason `escaped` and only there. */
        eventId: idField.nullable().default(null),
        /** Id of the incident the escape opens; one begun from this count takes it in instead. */
        incidentId: idField.nullable().default(null),
      }),
    )
    .output(z.object({ id: z.string() })),
  withdraw: route({ access: 'counts.run', kind: 'write', summary: 'Take an explanation back' })
    .input(z.strictObject({ id: idField }))
    .output(z.object({ id: z.string() })),
  sign: route({
    access: 'counts.run',
    kind: 'call',
    summary:
      'Close a count: the caller gives, the receiver confirms with login and password at the same desk',
  })
    .input(
      z.strictObject({
        ...ofZone,
        note: optionalLine(1000, 'Nội dung bàn giao'),
        receiver: z.strictObject({ login: z.string().max(200), password: z.string().max(400) }),
      }),
    )
    .output(z.object({ id: z.string() })),
  sheet: route({ access: 'counts.read', kind: 'read', summary: 'A signed hand-over sheet, as signed' })
    .input(z.strictObject({ id: idField }))
    .output(z.object({ sheet: sheetShape, hash: z.string(), isUnchanged: z.boolean() })),
  history: route({ access: 'counts.read', kind: 'read', summary: 'Signed counts, newest first' })
    .input(
      z.strictObject({
        ...countFilter,
        ...pageFields(200, 60),
      }),
    )
    .output(
      z.object({
        rows: z.array(signedShape),
        next: z.string().nullable(),
      }),
    ),
  export: route({ access: 'exports.run', kind: 'call', summary: 'The signed counts as an Excel file' })
    .input(countFilterShape)
    .output(z.file()),
  trend: route({ access: 'counts.read', kind: 'report', summary: 'Differences by day, the oldest day first' })
    .input(
      z.strictObject({ zoneId: idField.nullable().default(null), days: z.int().min(7).max(366).default(30) }),
    )
    .output(
      z.object({
        points: z.array(
          z.object({ day: z.string(), counts: z.number(), missing: z.number(), extra: z.number() }),
        ),
      }),
    ),
}
