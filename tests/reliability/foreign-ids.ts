import { ROLES, type Role } from '#domain/permissions/roles.ts'
import { DEMO_LOGINS } from '#hub/setup/demo-logins.ts'
import { CANARY_MARK, plantCanaries, type Canary, type Planted } from './canaries.ts'
import { contractRoutes } from './contract-routes.ts'
import type { Harness, HarnessReport, HarnessRun } from './harness.ts'
import { post, signIn, startHubProcess } from './hub-process.ts'
import { InputMaker } from './made-inputs.ts'
import { openRoom } from './room.ts'

const PEOPLE = 30
const AT_ONCE = 8
/** Ends the session that asks, or has no end. */
const NOT_ASKED = new Set(['auth/signOut', 'feed/changes', 'backup/restore', 'keys/rotate', 'devices/setLan'])

/** Planted texts in an answer that its reader must never be shown. */
function foreignIn(text: string, role: Role, canaries: readonly Canary[]): string[] {
  if (!text.includes(CANARY_MARK)) return []
  return canaries
    .filter((canary) => !canary.roles.includes(role) && text.includes(canary.text))
    .map(({ text: found }) => found)
}

/** Asks every route for other people's records by their true ids, as each role, and reads every answer. */
async function askForForeign({ rounds, random, say }: HarnessRun): Promise<HarnessReport> {
  using room = await openRoom('foreign', PEOPLE)
  const hub = await startHubProcess(room.data)
  const { canaries, ids, photoIds, scanIds }: Planted = await plantCanaries(hub.url, random)
  const cookies = new Map<Role, string>()
  for (const role of ROLES) {
    const login = DEMO_LOGINS.find((account) => account.roles.includes(role))?.login ?? ''
    cookies.set(role, await signIn(hub.url, login))
  }
  const routes = contractRoutes().filter(({ path }) => !NOT_ASKED.has(path))
  const inputs = new InputMaker(random, ids)
  const files = [...photoIds.map((id) => `photo/${id}`), ...scanIds.map((id) => `scan/${id}`)]
  const problems: string[] = []
  let asked = 0
  let answered = 0
  let shown = 0
  const askOne = async () => {
    const role = random.pick(ROLES)
    const cookie = cookies.get(role) ?? ''
    const route = random.chance(0.05) ? undefined : routes[random.whole(0, routes.length - 1)]
    const file = files[random.whole(0, files.length - 1)] ?? ''
    const headers = { cookie, 'idempotency-key': `foreign-${random.hex(16)}` }
    const answer = route
      ? await post(hub.url, route.path, inputs.make(route.input), headers)
      : await fetch(`${hub.url}/files/${file}`, { headers }).then(async (response) => ({
          status: response.status,
          text: await response.text(),
        }))
    if (answer.status === 200) answered += 1
    if (answer.text.includes(CANARY_MARK)) shown += 1
    for (const text of foreignIn(answer.text, role, canaries))
      problems.push(`${route?.path ?? `/files/${file}`} showed ${role} ${text} (${answer.status})`)
    if (asked % 2000 === 0) say(`${asked} asked, ${problems.length} problems`)
  }
  const askOn = async () => {
    while (asked < rounds) {
      asked += 1
      await askOne()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askOn))
  await hub.stop()
  if (shown === 0)
    problems.push('no answer held a planted text at all: nothing was asked that could show one')
  return {
    figures: [
      `${asked} requests with true ids of others over ${routes.length} routes and the files, as ${ROLES.length} roles: ` +
        `${answered} answered, ${shown} of those held planted texts, ${problems.length} showed one to somebody who may not see it`,
    ],
    problems: [...new Set(problems)],
  }
}

export const foreignIds: Harness = {
  summary: 'records of others asked for by their true ids, over all routes, as each role',
  unit: 'requests',
  rounds: 10_000,
  run: askForForeign,
}
