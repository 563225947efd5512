// What the batches cost that reckon everybody anew, after an update, a change of rules or of the calendar.
import { addDays } from '#domain/time/day.ts'
import { dayOf, instantFromMs } from '#domain/time/instant.ts'
import { summarise, type Measured } from './measure.ts'
import { call, signIn, type Running } from './subject.ts'

const PAUSE_MS = 100
const MOST_WRITES = 300

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function countFollowing(hub: Running, cookie: string): Promise<number> {
  const { following } = (await call(hub.url, 'rules/list', {}, cookie)) as { following: number }
  return following
}

/** Returns once nobody waits to be reckoned anew: what is measured next is measured alone. */
export async function settled(hub: Running): Promise<void> {
  const cookie = await signIn(hub.url, 'truong')
  while ((await countFollowing(hub, cookie)) > 0) await wait(1000)
}

/** Has everybody reckoned anew by a change of the calendar, and writes all the while. */
export async function measureBesideReckoning(hub: Running, write: () => Promise<unknown>): Promise<Measured> {
  const cookie = await signIn(hub.url, 'truong')
  const day = addDays(dayOf(instantFromMs(Date.now())), 3)
  const change = { day, kind: 'day-off', name: 'Nghỉ bù', source: 'Thông báo của cơ sở', version: null }
  await call(hub.url, 'centre/setHoliday', change, cookie)
  const series: number[] = []
  while (series.length < MOST_WRITES && (await countFollowing(hub, cookie)) > 0) {
    const begun = performance.now()
    await write()
    series.push(performance.now() - begun)
    await wait(PAUSE_MS)
  }
  return summarise(series)
}
