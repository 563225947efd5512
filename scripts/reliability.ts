// npm run reliability [ROUNDS]: kills the hub with SIGKILL under eight writing clients and looks for what was lost,
// doubled or damaged; a hundred rounds unless told otherwise.
import { killRounds } from '../tests/reliability/kill-rounds.ts'

const CLIENTS = 8
const rounds = Number(process.argv[2] ?? 100)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('npm run reliability [ROUNDS]: ROUNDS is a whole number from 1')
  process.exit(2)
}

console.log('round  killed after  restart   acknowledged  committed unanswered  lost  problems')
const report = await killRounds({
  rounds,
  clients: CLIENTS,
  onRound: (round) => {
    const cells = [
      String(round.round).padStart(5),
      `${round.killedAfterMs} ms`.padStart(12),
      `${Math.round(round.restartMs)} ms`.padStart(8),
      String(round.acknowledged).padStart(13),
      String(round.committedUnanswered).padStart(21),
      String(round.lost).padStart(5),
      String(round.problems.length).padStart(9),
    ]
    console.log(cells.join(' '))
  },
})
const unanswered = report.rounds.reduce((sum, round) => sum + round.committedUnanswered, 0)
console.log(
  `${report.rounds.length} kills, ${CLIENTS} clients: ${report.acknowledged} acknowledged, ${report.sentAgain} sent again, ` +
    `${unanswered} committed but unanswered; ${report.lost} lost, ${report.doubled} doubled, ${report.problems.length} problems`,
)
for (const problem of report.problems.slice(0, 20)) console.log(problem)
process.exitCode = report.lost + report.doubled + report.problems.length === 0 ? 0 : 1
