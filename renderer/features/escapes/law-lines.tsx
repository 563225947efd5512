import type { EscapeCandidate } from '#domain/contract/escape-shapes.ts'
import type { Instant } from '#domain/time/instant.ts'
import { lawSentences } from '#renderer/features/escapes/escape-words.ts'
import classes from './escapes.module.css'

/** Said of a voluntary person under Luật 73/2021. */
export const NO_SEARCH = {
  title: 'Người cai nghiện tự nguyện theo Luật 73/2021: không có quyết định truy tìm',
  source: 'INC-07, Nghị định 116/2021/NĐ-CP Điều 3.5',
} as const

/** Said of every escape. */
export const ESCAPE_TIME = {
  title: 'Thời gian bỏ trốn không tính vào thời hạn; giường được trả',
  source: 'TERM-09, Nghị định 116/2021/NĐ-CP Điều 56.4; Nghị định 163/2026/NĐ-CP Điều 107.4, 109.3',
} as const

/** Who decides on the search and who is told by when, each sentence with its article; each once for a group. */
export function LawLines({
  people,
  at,
}: {
  people: readonly Pick<EscapeCandidate, 'search' | 'told'>[]
  at: Instant
}) {
  const lines = new Map(people.flatMap((one) => lawSentences(one, at)).map((line) => [line.text, line]))
  const fixed = people.some(({ search }) => search === null) ? [NO_SEARCH, ESCAPE_TIME] : [ESCAPE_TIME]
  return (
    <ul className={classes.law} aria-label="Việc phải làm theo quy định">
      {[...lines.values()].map(({ text, source, isUnsettled }) => (
        <li key={text}>
          {text} <span className={classes.dim}>{source}</span>
          {isUnsettled && <span className={classes.dim}> · chưa có văn bản quy định rõ</span>}
        </li>
      ))}
      {fixed.map(({ title, source }) => (
        <li key={title}>
          {title} <span className={classes.dim}>{source}</span>
        </li>
      ))}
    </ul>
  )
}
