// The hub's command line, for people of the IT department and for scripts: `npm run -s hub -- COMMAND … --json`.
import { runCommand } from './run-command.ts'

/** Writes all of it before the process may end, also into a pipe. */
function printTo(stream: NodeJS.WriteStream): (line: string) => Promise<void> {
  return (line) => new Promise((resolve) => stream.write(`${line}\n`, () => resolve()))
}

process.exitCode = await runCommand(process.argv.slice(2), {
  out: printTo(process.stdout),
  err: printTo(process.stderr),
})
