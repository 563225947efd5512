import { Button } from '@mantine/core'
import { IconPencilPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CustodyLineEvent } from '#domain/contract/custody.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { CorrectEvent } from '#renderer/features/custody/correct-event.tsx'
import { eventFacts, eventPapers, eventTitle, eventTone } from '#renderer/features/custody/event-facts.ts'
import { RecordEvent } from '#renderer/features/custody/record-event.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { LifeLine, type LifeEvent } from '#ui/life-line.tsx'
import classes from './custody.module.css'

function lifeEvent(event: CustodyLineEvent): LifeEvent {
  const tone = eventTone(event.kind)
  const by = `${event.recordedBy} ghi lúc ${formatInstant(event.recordedAt)}`
  return {
    id: event.id,
    at: event.at,
    title: eventTitle(event),
    facts: eventFacts(event.act),
    papers: eventPapers(event.act),
    recorded: by,
    ...(tone === undefined ? {} : { tone }),
    ...(event.cancelled === null ? {} : { cancelled: `${event.cancelled.why} (${event.cancelled.by})` }),
  }
}

/** The life line of a stay, newest first, with recording and correction for those who may. */
export function StayLifeLine({ stayId }: { stayId: string }) {
  const desk = useDesk()
  const line = useQuery(api.custody.line.queryOptions({ input: { stayId } }))
  const [isRecording, setIsRecording] = useState(false)
  const [correcting, setCorrecting] = useState<CustodyLineEvent | null>(null)
  const mayRecord = desk?.permissions.includes('custody.record') ?? false
  const mayCorrect = desk?.permissions.includes('custody.correct') ?? false
  if (line.isError) {
    return (
      <ErrorState
        title="Chưa mở được diễn biến"
        sentence={toHubError(line.error).message}
        onRetry={() => void line.refetch()}
      />
    )
  }
  if (!line.data) return <output>Đang mở diễn biến…</output>
  const events = line.data.events.filter(({ kind }) => kind !== 'corrected')
  return (
    <>
      {mayRecord && line.data.position !== 'ended' && (
        <div className={classes.bar}>
          <Button
            variant="default"
            leftSection={<IconPencilPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setIsRecording(true)}
          >
            Ghi việc
          </Button>
        </div>
      )}
      <LifeLine
        label="Diễn biến của đợt cai nghiện"
        events={events.toReversed().map(lifeEvent)}
        {...(mayCorrect
          ? { onCorrect: (chosen) => setCorrecting(events.find(({ id }) => id === chosen.id) ?? null) }
          : {})}
      />
      <RecordEvent stayId={stayId} opened={isRecording} onClose={() => setIsRecording(false)} />
      <CorrectEvent stayId={stayId} event={correcting} onClose={() => setCorrecting(null)} />
    </>
  )
}
