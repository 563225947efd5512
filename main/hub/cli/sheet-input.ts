import { readSheet } from '#domain/keys/recovery-sheet.ts'
import { RefusedError } from './command.ts'

/** The private key of a recovery sheet, its lines typed or piped into the command. @throws RefusedError naming the line */
export async function readSheetInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) {
    process.stderr.write('Gõ 4 dòng của phiếu phục hồi, rồi Ctrl+D (Windows: Ctrl+Z, Enter):\n')
  }
  let text = ''
  for await (const piece of process.stdin) {
    text += String(piece)
    if (text.length > 4096) break
  }
  const read = readSheet(text)
  if ('problems' in read) throw new RefusedError(read.problems)
  return read.privateKey
}
