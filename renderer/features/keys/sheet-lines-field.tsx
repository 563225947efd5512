import { TextInput } from '@mantine/core'
import { readSheetLine, SHEET_LINES } from '#domain/keys/recovery-sheet.ts'
import classes from './keys.module.css'

/** Four empty lines. */
export const EMPTY_SHEET: readonly string[] = Array.from({ length: SHEET_LINES }, () => '')

/** What is wrong with a line that was typed whole; undefined while it is still being typed. */
function problemOf(text: string, line: number): string | undefined {
  if (text.replaceAll(/[\s-]/g, '').length < 16) return undefined
  const read = readSheetLine(text, line)
  return read instanceof Uint8Array ? undefined : read.message
}

/**
 * The lines of a recovery sheet, typed from paper or scanned: a scanner types the whole sheet into the first box.
 * @param lines numbers of the lines asked for, from 1
 */
export function SheetLinesField({
  value,
  onChange,
  lines = [1, 2, 3, 4],
}: {
  value: readonly string[]
  onChange: (value: readonly string[]) => void
  lines?: readonly number[]
}) {
  function change(line: number, text: string) {
    const scanned = /^\s*NEOVE1:([0-9A-Z]{64})\s*$/i.exec(text)?.[1]
    if (scanned !== undefined && lines.length === SHEET_LINES) onChange(scanned.match(/.{16}/g) ?? [])
    else onChange(value.with(line - 1, text))
  }
  return (
    <div className={classes.typed}>
      {lines.map((line) => (
        <TextInput
          key={line}
          label={`Dòng ${line}`}
          value={value[line - 1] ?? ''}
          onChange={(event) => change(line, event.currentTarget.value)}
          error={problemOf(value[line - 1] ?? '', line)}
          classNames={{ input: classes.code ?? '' }}
          autoComplete="off"
          spellCheck={false}
          maxLength={90}
        />
      ))}
    </div>
  )
}
