import { UnstyledButton } from '@mantine/core'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { isOpenState } from '#domain/incidents/incident-states.ts'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './incidents.module.css'

/** The part of the page where something missing is put right. */
const PARTS: Readonly<Record<string, string>> = {
  answers: 'cau-hoi',
  people: 'nguoi',
  narrative: 'dien-bien',
  tasks: 'viec',
  notices: 'viec',
}

/** What is missing before the review can end; each line leads to where it is written. */
export function MissingPanel({
  incident,
  onOpen,
}: {
  incident: IncidentDetail
  onOpen: (part: string) => void
}) {
  const { missing, state } = incident
  if (!isOpenState(state) || state === 'decided') return null
  if (missing.length === 0) {
    return (
      <Panel title="Trước khi kết luận" aside={<ToneChip tone="ok" text="đủ để kết luận" />}>
        <p className={classes.text}>Đã trả lời các câu hỏi, đã ghi người liên quan và diễn biến.</p>
      </Panel>
    )
  }
  return (
    <Panel title="Trước khi kết luận" aside={<ToneChip tone="soon" text={`còn thiếu ${missing.length}`} />}>
      <ul className={classes.missing}>
        {missing.map(({ code, message, field = '' }) => (
          <li key={code + message}>
            <UnstyledButton onClick={() => onOpen(PARTS[field] ?? 'dien-bien')}>{message}</UnstyledButton>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
