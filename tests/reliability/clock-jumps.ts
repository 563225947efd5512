import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Harness, HarnessReport, HarnessRun } from './harness.ts'
import { post, signIn, startHubProcess } from './hub-process.ts'
import { faultsIn, lookInto, openRoom } from './room.ts'
import { compileShim, whyNoShims } from './shims.ts'

const PEOPLE = 30
const DAY_SECONDS = 86_400
const JUMPS = [
  ['ten years back', -3653 * DAY_SECONDS],
  ['a day back', -DAY_SECONDS],
  ['a day on', DAY_SECONDS],
  ['ten years on', 3653 * DAY_SECONDS],
] as const
const WRITES_EACH = 5
/** The hub must have noticed a jump after at most so many milliseconds. */
const NOTICED_WITHIN_MS = 60_000
const ASK_EVERY_MS = 1000

/** Sets the wall clock of a running hub wrong and right again. */
async function jump({ rounds, say }: HarnessRun): Promise<HarnessReport> {
  const skipped = whyNoShims()
  if (skipped !== undefined) return { figures: [], problems: [], skipped }
  using room = await openRoom('clock', PEOPLE)
  const clock = join(room.dir, 'clock')
  writeFileSync(clock, '0')
  const env = { ...compileShim('wrong-clock', room.dir), SHIM_CLOCK: clock }
  const hub = await startHubProcess(room.data, { env })
  const cookie = await signIn(hub.url, 'truong')
  const personId = lookInto(room, (db) => String(db.pluck('select person_id from roster order by stay_id')))
  const problems: string[] = []
  let asked = 0
  let slowest = 0
  const stillSignedIn = async (when: string) => {
    asked += 1
    const { status } = await post(hub.url, 'auth/me', {}, { cookie })
    if (status !== 200) problems.push(`${when}: the session was answered ${status}`)
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, seconds] of JUMPS) {
      writeFileSync(clock, String(seconds))
      await stillSignedIn(name)
      for (let i = 0; i < WRITES_EACH; i += 1) {
        const mark = { id: randomUUID(), personId, kind: 'scar', place: name }
        const write = await post(hub.url, 'dossier/addMark', mark, { cookie, 'idempotency-key': mark.id })
        if (write.status !== 200) problems.push(`${name}: a write was answered ${write.status} ${write.code}`)
      }
      const noticedMs = await untilNoticed(hub.url, cookie)
      if (noticedMs === undefined) problems.push(`${name}: the hub did not say that its clock is wrong`)
      slowest = Math.max(slowest, noticedMs ?? 0)
      writeFileSync(clock, '0')
      await stillSignedIn(`right again after ${name}`)
      say(`round ${round}, ${name}: ${problems.length} problems`)
    }
  }
  await hub.stop()
  const { faults, backwards, entries } = lookInto(room, (db) => ({
    faults: faultsIn(room, db),
    backwards: Number(
      db.pluck(
        'select count(*) from audit_entry a join audit_entry b on b.seq = a.seq + 1 where b.at < a.at',
      ),
    ),
    entries: Number(db.pluck('select count(*) from audit_entry')),
  }))
  problems.push(...faults)
  if (backwards === 0)
    problems.push('no entry bears an earlier time than the one before: the clock did not jump')
  return {
    figures: [
      `${rounds * JUMPS.length} jumps of ten years and a day, back and on: ${asked} of ${asked} questions under the ` +
        `same session${problems.length === 0 ? ' answered' : ' asked'}; noticed after at most ` +
        `${(slowest / 1000).toFixed(1)} s; ${entries} audit entries in one valid chain, ${backwards} times the ` +
        `written time goes backwards`,
    ],
    problems,
  }
}

/** How long until health says that the clock is in doubt; undefined when it never does. */
async function untilNoticed(url: string, cookie: string): Promise<number | undefined> {
  const begun = performance.now()
  while (performance.now() - begun < NOTICED_WITHIN_MS) {
    const health = await post(url, 'health/get', {}, { cookie, 'x-background': '1' })
    const { checks = [] } = (health.value ?? {}) as { checks?: { code: string; ok: boolean }[] }
    if (checks.find((check) => check.code === 'clock')?.ok === false) return performance.now() - begun
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
  return undefined
}

export const clockJumps: Harness = {
  summary: 'the wall clock of a running hub is set ten years and a day back and on',
  unit: 'times all four jumps',
  rounds: 5,
  run: jump,
}
