import { Button } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api, type hub } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MakeDocument } from '#renderer/features/documents/make-document.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './incidents.module.css'

type Hurt = Awaited<ReturnType<typeof hub.documents.listInjuries>>['incidents'][number]

const SHOWN = 5

/** `VV-2026-0012 · Đánh nhau`; of a restricted one nothing but that it is. */
function nameOf({ number, kind }: Hurt): string {
  if (number === null || kind === null) return 'Vụ việc hạn chế người xem'
  return `${number} · ${INCIDENT_KIND_LABELS[kind]}`
}

/** The minutes of injuries of each incident, which the medical desk makes from what it found. */
export function InjuryMinutesPanel() {
  const { history } = useRouter()
  const today = dayOf(useHubNow())
  const [making, setMaking] = useState<Hurt | null>(null)
  const [isWhole, setIsWhole] = useState(false)
  const loaded = useQuery(api.documents.listInjuries.queryOptions({ input: {} }))
  const incidents = loaded.data?.incidents ?? []
  if (incidents.length === 0) return null
  return (
    <Panel title="Biên bản ghi nhận thương tích">
      <ul className={classes.lines}>
        {incidents.slice(0, isWhole ? undefined : SHOWN).map((one) => (
          <li key={one.incidentId} className={`${classes.line} ${classes.split}`}>
            <div>
              <b>{nameOf(one)}</b>{' '}
              <span className={classes.dim}>ghi nhận {formatInstant(one.noticedAt)}</span>
              <p className={classes.note}>
                {one.people
                  .map(({ name, isExamined }) => (isExamined ? name : `${name} (chưa khám)`))
                  .join(', ')}
              </p>
              {one.documents.map((line) => (
                <p key={line.id} className={classes.note}>
                  <InnerLink href={`/in/document/${line.id}`}>
                    Số {line.fullNumber} ngày {formatDay(line.datedOn)}
                  </InnerLink>
                  {line.cancelledAt !== null && ` · đã hủy: ${line.cancelReason ?? ''}`}
                </p>
              ))}
            </div>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Lập biên bản: ${nameOf(one)}`}
              leftSection={<IconFilePlus size={14} stroke={1.75} aria-hidden />}
              onClick={() => setMaking(one)}
            >
              Lập biên bản
            </Button>
          </li>
        ))}
      </ul>
      {!isWhole && incidents.length > SHOWN && (
        <Button size="compact-sm" variant="subtle" onClick={() => setIsWhole(true)}>
          Xem thêm {incidents.length - SHOWN} vụ việc
        </Button>
      )}
      <Dialog
        opened={making !== null}
        onClose={() => setMaking(null)}
        title={making === null ? '' : `Biên bản ghi nhận thương tích: ${nameOf(making)}`}
        size={680}
      >
        {making && (
          <MakeDocument
            stayId={null}
            incident={{ id: making.incidentId, part: null }}
            form="injury-minutes"
            today={today}
            onMade={(id) => history.push(`/in/document/${id}`)}
            onLeave={() => setMaking(null)}
          />
        )}
      </Dialog>
    </Panel>
  )
}
