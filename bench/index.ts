// npm run bench [-- --people N]: the figures of the hub as ratios to the floor of the same run. Nothing passes or
// fails by time. Data are made once per size and kept in out/bench.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { addDays } from '#domain/time/day.ts'
import { dayOf, instantFromMs, startOfDay } from '#domain/time/instant.ts'
import { measureIncidents } from './incidents.ts'
import { measureFeed } from './live-feed.ts'
import { measureInTurn, showMs, type Measured } from './measure.ts'
import { measureBesideReckoning, settled } from './reckoning.ts'
import { measureWeek, measureWorks, type WeekLine } from './week.ts'
import {
  call,
  fetchText,
  memoryMb,
  prepareSubject,
  signIn,
  startFloor,
  startHub,
  type Running,
  type Subject,
} from './subject.ts'

const SMALL = 1000
const RUNS = 300
const WRITES = 150
const OTHER_DESKS = 29

interface Line {
  what: string
  api: Measured
  floor: Measured
}

/** Each screen's question through the API beside the same by bare statements. */
async function measureScreens(subject: Subject, hub: Running, floor: Running): Promise<Line[]> {
  const intake = await signIn(hub.url, 'tiepnhan')
  const zone = await signIn(hub.url, 'khu')
  const pastDay = addDays(dayOf(instantFromMs(Date.now())), -777)
  const pastNoon = instantFromMs(Date.parse(startOfDay(pastDay)) - 1)
  let turn = 0
  const next = () => subject.persons[(turn += 7) % subject.persons.length] ?? { personId: '', stayId: '' }
  const words = ['hoang', 'nong van', 'vi', 'h', 'hu', 'lan', 'nvh', 'nong thi huong']
  const nextWords = () => words[(turn += 1) % words.length] ?? 'a'
  const pairs: { what: string; api: () => Promise<unknown>; floor: () => Promise<unknown> }[] = [
    {
      what: 'person page',
      api: () => call(hub.url, 'people/get', { id: next().personId }, intake),
      floor: () => fetchText(`${floor.url}/person?id=${next().personId}`),
    },
    {
      what: 'page of 50 present',
      api: () => call(hub.url, 'people/list', {}, intake),
      floor: () => fetchText(`${floor.url}/page`),
    },
    {
      what: 'search, a keystroke',
      api: () => call(hub.url, 'people/search', { text: nextWords() }, intake),
      floor: () => fetchText(`${floor.url}/search?q=${encodeURIComponent(matchOf(nextWords()))}`),
    },
    {
      what: 'roll on a past day',
      api: () => call(hub.url, 'roll/at', { at: pastNoon }, intake),
      floor: () => fetchText(`${floor.url}/roll?day=${pastDay}`),
    },
  ]
  const lines: Line[] = []
  for (const { what, api, floor: bare } of pairs)
    lines.push(lineOf(what, await measureInTurn([api, bare], RUNS)))
  const write = writerOf(subject, hub, zone)
  const bareWrite = () => fetchText(`${floor.url}/write?id=${randomUUID()}`)
  lines.push(lineOf('write a custody event', await measureInTurn([write, bareWrite], WRITES)))
  return lines
}

function lineOf(what: string, [api, floor]: Measured[]): Line {
  const none = { p50: Number.NaN, p99: Number.NaN }
  return { what, api: api ?? none, floor: floor ?? none }
}

/** All words as beginnings, in names or codes. */
function matchOf(words: string): string {
  return words
    .split(' ')
    .map((word) => `"${word}"*`)
    .join(' AND ')
}

/** Sends people out and takes them back in, one after the other. */
function writerOf(subject: Subject, hub: Running, cookie: string): () => Promise<unknown> {
  const out = new Set<string>()
  const persons = subject.persons.slice(0, 40)
  let turn = 0
  return () => {
    const stayId = persons[(turn += 1) % persons.length]?.stayId ?? ''
    const isBack = out.delete(stayId)
    if (!isBack) out.add(stayId)
    const act = isBack
      ? { kind: 'returned', facts: {} }
      : { kind: 'left', facts: { outKind: 'work-outside' } }
    return call(hub.url, 'custody/record', { id: randomUUID(), stayId, at: null, act }, cookie)
  }
}

function show(lines: readonly Line[], small: readonly Line[] | undefined): void {
  console.log('P1, P10                    API p50    p99        floor p50  ratio   growth from 1.000')
  for (const [i, { what, api, floor }] of lines.entries()) {
    const before = small?.[i]?.api.p50
    const cells = [
      what.padEnd(26),
      showMs(api.p50).padEnd(10),
      showMs(api.p99).padEnd(10),
      showMs(floor.p50).padEnd(10),
      (api.p50 / floor.p50).toFixed(2).padEnd(7),
      before === undefined ? '' : `${(api.p50 / before).toFixed(2)} ×`,
    ]
    console.log(cells.join(' '))
  }
}

function showWeek(title: string, lines: readonly WeekLine[], small: readonly WeekLine[] | undefined): void {
  console.log(title)
  for (const { what, api } of lines) {
    const before = small?.find((line) => line.what === what)?.api.p50
    const growth = before === undefined ? '' : `${(api.p50 / before).toFixed(2)} ×`
    console.log([what.padEnd(26), showMs(api.p50).padEnd(10), showMs(api.p99).padEnd(10), growth].join(' '))
  }
}

interface Figures {
  screens: Line[]
  week: WeekLine[]
  works: WeekLine[]
}

async function measureSubject(people: number, showRest: boolean): Promise<Figures> {
  const subject = prepareSubject(people)
  const hub = await startHub(subject)
  const floor = await startFloor(subject)
  try {
    await settled(hub)
    const screens = await measureScreens(subject, hub, floor)
    const week = await measureWeek(subject, hub)
    const others = { ...subject, persons: subject.persons.slice(subject.persons.length / 2) }
    const write = writerOf(others, hub, await signIn(hub.url, 'khu'))
    if (showRest) {
      const cookie = await signIn(hub.url, 'truong')
      const feed = await measureFeed(hub.url, cookie, { desks: OTHER_DESKS, writes: 60, write })
      const memory = memoryMb(hub)
      console.log(`${people} present, ${subject.stays} stays in all`)
      console.log(
        `P5  write begun → on ${OTHER_DESKS} other desks: p50 ${showMs(feed.p50)}, p99 ${showMs(feed.p99)}`,
      )
      console.log(
        `P6  hub memory ${memory === undefined ? 'unknown' : `${memory.toFixed(0)} MB`}; database ${(subject.bytes / subject.stays / 1024).toFixed(2)} KB per admission (${(subject.bytes / 1024 / 1024).toFixed(0)} MB)`,
      )
      console.log(
        `P7  start → first answer ${showMs(hub.firstAnswerMs)}; bare server ${showMs(floor.firstAnswerMs)}; ratio ${(hub.firstAnswerMs / floor.firstAnswerMs).toFixed(2)}`,
      )
    }
    const works = await measureWorks(subject, hub)
    works.push({ what: 'a write while all follow', api: await measureBesideReckoning(hub, write) })
    return { screens, week, works }
  } finally {
    await floor.stop()
    await hub.stop()
  }
}

const { values } = parseArgs({ options: { people: { type: 'string', default: String(SMALL) } } })
const people = Number(values.people)
if (!Number.isInteger(people) || people < 100) {
  console.error('npm run bench -- --people N: N is a whole number from 100')
  process.exit(2)
}
const small = people === SMALL ? undefined : await measureSubject(SMALL, false)
const large = await measureSubject(people, true)
show(large.screens, small?.screens)
showWeek('a week inside              API p50    p99        growth', large.week, small?.week)
showWeek('a book of incidents', await measureIncidents(prepareSubject(SMALL)), undefined)
showWeek('works of a night, each run once, and what writes meanwhile', large.works, small?.works)
