import { qb } from '#db/connection/query-builder.ts'
import type { Connection } from '#db/connection/open-database.ts'
import type { Harness } from './harness.ts'
import { startHubProcess, signIn, type HubLimits, type HubProcess } from './hub-process.ts'
import { eventIds, faultsIn, lastEvent, lookInto, openRoom, staysInside, type Room } from './room.ts'
import { countAcknowledged, lostEvents, writeClients, type WriteClient } from './write-client.ts'

const PEOPLE = 120
const CLIENTS = 8
/** Rounds after which the desks sign in again. */
const SIGN_IN_EVERY = 20
/** The hub dies so many milliseconds after its first answer of the round, at least and at most. */
const KILL_AFTER = [5, 255] as const

/** One kill and what was found after it. */
interface KillRound {
  round: number
  killedAfterMs: number
  restartMs: number
  acknowledged: number
  /** Committed by the hub, but killed before it could answer. */
  committedUnanswered: number
  lost: number
  problems: string[]
}

interface KillReport {
  rounds: KillRound[]
  acknowledged: number
  sentAgain: number
  lost: number
  doubled: number
  /** Anything that is not as it must be, a line each. */
  problems: string[]
}

/**
 * Kills a hub with SIGKILL, round after round on the same file, while clients write over HTTP and send again what was
 * not answered. After each kill every acknowledged write must be there, and the file whole.
 */
export async function killRounds(options: {
  rounds: number
  clients: number
  limits?: HubLimits
  onRound?: (round: KillRound) => void
}): Promise<KillReport> {
  using room = await openRoom('kill', PEOPLE)
  const start = options.limits ? { limits: options.limits } : {}
  let hub = await startHubProcess(room.data, start)
  const session = { cookie: await signIn(hub.url, 'khu') }
  const stays = lookInto(room, (db) => staysInside(db, options.clients * 4))
  const seededUpTo = lookInto(room, lastEvent)
  const clients = writeClients(options.clients, session, stays)
  const rounds: KillRound[] = []
  for (let round = 1; round <= options.rounds; round += 1) {
    if (round % SIGN_IN_EVERY === 0) session.cookie = await signIn(hub.url, 'khu')
    const found = await killOnce(hub, room, clients, { round, seededUpTo })
    rounds.push(found)
    options.onRound?.(found)
    hub = await startHubProcess(room.data, start)
  }
  session.cookie = await signIn(hub.url, 'khu')
  // The last answers: everything sent is sent again until the hub has said yes.
  const sendRest = (client: WriteClient) =>
    client.write(
      hub.url,
      () => true,
      () => {},
    )
  await Promise.all(clients.map(sendRest))
  await hub.stop()
  return lookInto(room, (db) => judge(room, db, { rounds, clients, seededUpTo }))
}

async function killOnce(
  hub: HubProcess,
  room: Room,
  clients: readonly WriteClient[],
  { round, seededUpTo }: { round: number; seededUpTo: number },
): Promise<KillRound> {
  const [least, most] = KILL_AFTER
  const killedAfterMs = least + Math.floor(Math.random() * (most - least + 1))
  const before = countAcknowledged(clients)
  let isDying = false
  let timer: NodeJS.Timeout | undefined
  const onAnswer = () => {
    timer ??= setTimeout(() => {
      isDying = true
      hub.child.kill('SIGKILL')
    }, killedAfterMs)
  }
  await Promise.all(clients.map((client) => client.write(hub.url, () => isDying, onAnswer)))
  await hub.ended
  const found = lookInto(room, (db) => {
    const kept = eventIds(db, seededUpTo)
    const unanswered = clients
      .map((client) => client.unansweredEvent)
      .filter((id) => id !== null && kept.has(id))
    return {
      lost: lostEvents(clients, kept).length,
      committedUnanswered: unanswered.length,
      problems: faultsIn(room, db),
    }
  })
  const acknowledged = countAcknowledged(clients) - before
  return { round, killedAfterMs, restartMs: hub.readyMs, acknowledged, ...found }
}

function judge(
  room: Room,
  db: Connection,
  run: { rounds: KillRound[]; clients: readonly WriteClient[]; seededUpTo: number },
): KillReport {
  const { rounds, clients, seededUpTo } = run
  const kept = eventIds(db, seededUpTo)
  const acknowledged = countAcknowledged(clients)
  const lost = lostEvents(clients, kept).length
  // Every act was answered in the end: an event or an audit entry beyond the acknowledged ones was done twice.
  const audited = db.all(
    qb
      .selectFrom('audit_entry')
      .select('seq')
      .where('action', 'like', 'custody.%')
      .where('actor', 'like', 'user:%'),
  )
  const doubled = kept.size - (acknowledged - lost) + Math.abs(audited.length - kept.size)
  const problems = [...rounds.flatMap((round) => round.problems), ...faultsIn(room, db)]
  for (const client of clients) {
    problems.push(...client.refusals)
    const draft = db.get(qb.selectFrom('draft').select('value').where('form', '=', client.form))
    const { count } = JSON.parse(draft?.value ?? '{"count":0}') as { count: number }
    if (count !== client.draftCount)
      problems.push(`draft ${client.form}: ${count}, answered ${client.draftCount}`)
  }
  const sentAgain = clients.reduce((sum, client) => sum + client.sentAgain, 0)
  return { rounds, acknowledged, sentAgain, lost, doubled, problems }
}

/** The harness over {@link killRounds}; with few pages between checkpoints the kills hit checkpoints as well. */
function killHarness(summary: string, limits?: HubLimits): Harness {
  return {
    summary,
    unit: 'kills',
    rounds: 500,
    run: async ({ rounds, say }) => {
      const report = await killRounds({
        rounds,
        clients: CLIENTS,
        ...(limits ? { limits } : {}),
        onRound: (round) =>
          say(
            `kill ${round.round}: after ${round.killedAfterMs} ms, ${round.acknowledged} acknowledged, ` +
              `${round.committedUnanswered} committed unanswered, ${round.lost} lost, ${round.problems.length} problems`,
          ),
      })
      const unanswered = report.rounds.reduce((sum, round) => sum + round.committedUnanswered, 0)
      const slowest = Math.max(...report.rounds.map((round) => round.restartMs))
      const problems = [...report.problems]
      if (report.lost > 0) problems.push(`${report.lost} acknowledged writes lost`)
      if (report.doubled > 0) problems.push(`${report.doubled} writes done twice`)
      return {
        figures: [
          `${report.rounds.length} kills, ${CLIENTS} clients: ${report.acknowledged} acknowledged, ` +
            `${report.sentAgain} sent again, ${unanswered} committed but unanswered; ${report.lost} lost, ` +
            `${report.doubled} doubled; slowest restart ${Math.round(slowest)} ms`,
        ],
        problems,
      }
    },
  }
}

export const kill = killHarness('kill -9 of the hub under eight writing desks that send again')
export const killCheckpoint = killHarness('the same with a checkpoint every 20 pages', {
  checkpointPages: 20,
})
