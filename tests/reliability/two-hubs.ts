import { takeHubLock } from '#db/connection/hub-lock.ts'
import type { Harness, HarnessReport, HarnessRun } from './harness.ts'
import { startHubProcess } from './hub-process.ts'
import { openRoom } from './room.ts'

const PEOPLE = 12
/** The folder must be free so many milliseconds after the hub that held it is gone. */
const FREE_WITHIN_MS = 1000

/** Starts a second hub on a folder that has one, then kills the first and takes the lock. */
async function startTwice({ rounds }: HarnessRun): Promise<HarnessReport> {
  using room = await openRoom('two', PEOPLE)
  const problems: string[] = []
  let refused = 0
  let slowest = 0
  for (let round = 1; round <= rounds; round += 1) {
    const first = await startHubProcess(room.data)
    const second = await startHubProcess(room.data).catch((error: unknown) => error)
    if (second instanceof Error) refused += 1
    else problems.push(`round ${round}: a second hub started beside the first`)
    first.child.kill('SIGKILL')
    await first.ended
    const gone = performance.now()
    let lock = takeHubLock(room.folder.lock)
    while (!lock && performance.now() - gone < FREE_WITHIN_MS) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      lock = takeHubLock(room.folder.lock)
    }
    slowest = Math.max(slowest, performance.now() - gone)
    if (!lock) problems.push(`round ${round}: the folder was still held after ${FREE_WITHIN_MS} ms`)
    lock?.release()
  }
  return {
    figures: [
      `${refused} of ${rounds} second hubs refused; folder free at most ${slowest.toFixed(1)} ms after the kill`,
    ],
    problems,
  }
}

export const twoHubs: Harness = {
  summary: 'a second hub on the same folder, and the folder after a kill',
  unit: 'pairs of hubs',
  rounds: 20,
  run: startTwice,
}
