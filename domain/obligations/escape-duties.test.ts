import { expect, it } from 'vitest'
import type { CustodyEvent } from '../custody/custody-event.ts'
import type { CustodyAct } from '../custody/facts.ts'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import type { StayTermFacts } from '../stay/clock-of-stay.ts'
import type { Track } from '../stay/track.ts'
import { buildCalendar, DEFAULT_HOLIDAYS } from '../time/holidays.ts'
import { parseInstant, toOffsetText, type Instant } from '../time/instant.ts'
import type { DutyEvidence } from './evidence.ts'
import { obligationsOfStay, rulesOn } from './obligations-of-stay.ts'

const rules = rulesOn(
  buildRuleBook(DEFAULT_RULES),
  '2026-11-22',
  buildCalendar(DEFAULT_HOLIDAYS),
  '2022-01-01',
)

type Told = readonly [at: string, act: CustodyAct]

function at(text: string): Instant {
  const instant = parseInstant(`${text}:00+07:00`)
  if (instant === undefined) throw new Error(text)
  return instant
}

const escaped: CustodyAct = { kind: 'escaped', facts: { manner: 'single' } }

function stayOf(track: Track, decisionOn: string): StayTermFacts {
  const isHeld = track === 'held'
  return {
    initialTrack: track,
    termRegime: null,
    decisionOn: isHeld ? null : decisionOn,
    startOn: isHeld ? null : decisionOn,
    termMonths: isHeld ? null : 12,
    ordinal: 1,
    heldFrom: null,
    birthOn: '1990-01-01',
  }
}

/** What the escape brought: rule, due moment and how it stands, of duties of §2.7 and of UP-03. */
function owed(
  track: Track,
  told: readonly Told[],
  evidence: readonly DutyEvidence[] = [],
): { duty: string; line: string; note: string | undefined }[] {
  const first: Told = [told[0]?.[0] ?? '', { kind: 'received', facts: { how: 'escort' } }]
  const events = [first, ...told.slice(1)].map(([when, act], index): CustodyEvent => ({
    ...act,
    id: `e${index}`,
    stayId: 's',
    seq: index + 1,
    at: at(when),
    recordedAt: at(when),
  }))
  const stay = stayOf(track, (told[0]?.[0] ?? '').slice(0, 10))
  return obligationsOfStay({ stay, events, papers: [], alerts: [], evidence, marks: [] }, rules)
    .filter(({ duty }) => /^(?:INC|UP-03)/.test(duty))
    .map(({ duty, rule, dueAt, state, note }) => ({
      duty,
      note,
      line: `${rule} ${toOffsetText(dueAt).slice(0, 16)} ${state}`,
    }))
}

const NEW_IN: Told = ['2026-08-10T09:00', escaped]
const OLD_IN: Told = ['2025-09-10T09:00', escaped]
const funeral: CustodyAct = { kind: 'left', facts: { outKind: 'funeral' } }

it.each<[string, string, Track, Told[], Record<string, string>]>([
  [
    'INC-02, INC-04',
    'D163 Điều 109.2, L120 Điều 46.2i: compulsory, at night, 24 hours',
    'compulsory',
    [NEW_IN, ['2026-09-01T23:30', escaped]],
    { 'INC-02': 'INC-02 2026-09-02T23:30 scheduled', 'INC-04': 'INC-04 2026-09-02T23:30 scheduled' },
  ],
  [
    'INC-02, INC-05',
    'D116 Điều 56.2: no hours in the text, at once by the house',
    'compulsory',
    [OLD_IN, ['2026-03-05T02:00', escaped]],
    { 'INC-02': 'INC-02 2026-03-06T02:00 scheduled', 'INC-05': 'INC-05 2026-03-06T02:00 scheduled' },
  ],
  [
    'INC-03',
    'D163 Điều 109.2: held while the dossier is made, the head decides',
    'held',
    [NEW_IN, ['2026-09-01T23:30', escaped]],
    { 'INC-03': 'INC-03 2026-09-02T23:30 scheduled', 'INC-04': 'INC-04 2026-09-02T23:30 scheduled' },
  ],
  [
    'INC-03',
    'D116 Điều 48.3, 48.4: the body that decided is told',
    'held',
    [
      ['2026-03-01T09:00', escaped],
      ['2026-03-05T02:00', escaped],
    ],
    {
      'INC-03/told': 'INC-03 2026-03-06T02:00 scheduled',
      'INC-05': 'INC-05 2026-03-06T02:00 scheduled',
    },
  ],
  [
    'INC-07',
    'D116 Điều 3.5, L73 Điều 35.6e: voluntary, gone after 5 working days, told within 5 more, no search',
    'voluntary',
    [OLD_IN, ['2026-03-05T10:00', escaped]],
    {
      'INC-05': 'INC-05 2026-03-06T10:00 scheduled',
      'UP-03': 'UP-03 2026-03-12T17:00 scheduled',
      'INC-07': 'INC-07 2026-03-19T17:00 scheduled',
    },
  ],
  [
    'INC-07',
    'L120 Điều 46.2đ, D163 Điều 4: voluntary, the search is left to the head, gone after 2 working days',
    'voluntary',
    [NEW_IN, ['2026-10-09T10:00', escaped]],
    { 'INC-04': 'INC-04 2026-10-10T10:00 scheduled', 'UP-03': 'UP-03 2026-10-13T17:00 scheduled' },
  ],
  [
    'INC-08',
    'D163 Điều 121.4: not back from a funeral',
    'compulsory',
    [NEW_IN, ['2026-10-01T06:00', funeral], ['2026-10-06T18:00', escaped]],
    { 'INC-08': 'INC-08 2026-10-07T18:00 scheduled', 'INC-04': 'INC-04 2026-10-07T18:00 scheduled' },
  ],
  [
    'INC-08',
    'D116 Điều 70.4: not back from a funeral',
    'compulsory',
    [OLD_IN, ['2026-03-01T06:00', funeral], ['2026-03-06T18:00', escaped]],
    { 'INC-08': 'INC-08 2026-03-07T18:00 scheduled', 'INC-05': 'INC-05 2026-03-07T18:00 scheduled' },
  ],
])('%s %s', (_rules, _title, track, told, expected) => {
  const found = Object.fromEntries(owed(track, told).map(({ duty, line }) => [duty, line]))
  expect(found).toEqual(expected)
})

it('INC-02 D163 Điều 109.2: the numbered decision itself meets the duty, an older one does not', () => {
  const told: Told[] = [NEW_IN, ['2026-09-01T23:30', escaped]]
  const made = (when: string): DutyEvidence => ({
    duty: 'INC-02',
    at: at(when),
    paper: 'Mẫu số 43',
    number: '01/QĐ-CSCN',
  })
  const state = (when: string) =>
    owed('compulsory', told, [made(when)]).find(({ duty }) => duty === 'INC-02')?.line
  expect(state('2026-09-02T03:00')).toBe('INC-02 2026-09-02T23:30 done')
  expect(state('2026-08-20T03:00')).toBe('INC-02 2026-09-02T23:30 scheduled')
})

it('INC-07 L73 Điều 35.6e: the commune is still to be told after the stay was ended as left on own will', () => {
  const told: Told[] = [
    OLD_IN,
    ['2026-03-05T10:00', escaped],
    ['2026-03-12T15:00', { kind: 'left-on-own-will', facts: {} }],
  ]
  expect(owed('voluntary', told).map(({ duty }) => duty)).toEqual(['INC-07'])
})

it('INC-02 D163 Điều 109.2, INC-04 L120 Điều 46.2i: who is back within the 24 hours leaves both due, with the reason', () => {
  const back: CustodyAct = { kind: 'recovered', facts: {} }
  const told: Told[] = [NEW_IN, ['2026-09-01T23:30', escaped], ['2026-09-02T05:00', back]]
  const notes = owed('compulsory', told).map(({ duty, line, note }) => [duty, line.split(' ').at(-1), note])
  expect(notes).toEqual([
    [
      'INC-02',
      'scheduled',
      expect.stringContaining('Đã trở lại lúc 05:00 02/09/2026; không văn bản nào nói thôi'),
    ],
    ['INC-04', 'scheduled', expect.stringContaining('việc bỏ trốn vẫn phải thông báo')],
  ])
  const late = owed('compulsory', [NEW_IN, ['2026-09-01T23:30', escaped], ['2026-09-10T05:00', back]])
  expect(late.map(({ note }) => note).join(' ')).not.toContain('Đã trở lại')
})
