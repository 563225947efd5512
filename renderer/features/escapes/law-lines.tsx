import type { EscapeCandidate } from '#domain/contract/escapes.ts'
import type { Instant } from '#domain/time/instant.ts'
import { lawSentences } from '#renderer/features/escapes/escape-words.ts'
import classes from './escapes.module.css'

/** Who decides on the search and who is told by when, each sentence with its article; each once for a group. */
export function LawLines({
  people,
  at,
}: {
  people: readonly Pick<EscapeCandidate, 'search' | 'told'>[]
  at: Instant
}) {
  const lines = new Map(people.flatMap((one) => lawSentences(one, at)).map((line) => [line.text, line]))
  const isWithoutSearch = people.some(({ search }) => search === null)
  return (
    <ul className={classes.law} aria-label="Việc phải làm theo quy định">
      {[...lines.values()].map(({ text, source, isUnsettled }) => (
        <li key={text}>
          {text} <span className={classes.dim}>{source}</span>
          {isUnsettled && <span className={classes.dim}> · chưa có văn bản quy định rõ</span>}
        </li>
      ))}
      {isWithoutSearch && (
        <li>
          Người cai nghiện tự nguyện theo Luật 73/2021: không có quyết định truy tìm{' '}
          <span className={classes.dim}>INC-07, Nghị định 116/2021/NĐ-CP Điều 3.5</span>
        </li>
      )}
      <li>
        Thời gian bỏ trốn không tính vào thời hạn; giường được trả{' '}
        <span className={classes.dim}>
          TERM-09, Nghị định 116/2021/NĐ-CP Điều 56.4; Nghị định 163/2026/NĐ-CP Điều 109.3
        </span>
      </li>
    </ul>
  )
}
