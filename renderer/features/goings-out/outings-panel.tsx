import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OUTING_KIND_LABELS } from '#domain/goings-out/outing-kinds.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { OutingDialog } from './outing-dialog.tsx'
import { outingChip } from './outing-words.ts'
import { RequestForm } from './request-form.tsx'
import classes from './goings-out.module.css'

/** Lines shown before the rest is asked for. */
const SHOWN = 4

/** Outings of one person, with asking for a new one. @param stayId the stay on the roll; null when there is none */
export function OutingsPanel({ personId, stayId }: { personId: string; stayId: string | null }) {
  const desk = useDesk()
  const list = useQuery(api.goingsOut.ofPerson.queryOptions({ input: { personId } }))
  const [opened, setOpened] = useState<string | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const mayAsk = stayId !== null && (desk?.permissions.includes('outings.request') ?? false)
  const rows = list.data?.rows ?? []
  if (rows.length === 0 && !mayAsk) return null
  return (
    <Panel
      title="Ra ngoài"
      aside={
        mayAsk && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsAsking(true)}
          >
            Ghi đơn, yêu cầu
          </Button>
        )
      }
    >
      {list.isError && <p role="alert">{toHubError(list.error).message}</p>}
      {list.data && rows.length === 0 && <span className={classes.dim}>Chưa có việc ra ngoài nào.</span>}
      <ul className={classes.lines} aria-label="Các việc ra ngoài">
        {rows.slice(0, showsAll ? rows.length : SHOWN).map((outing) => (
          <li key={outing.id} className={classes.line}>
            <span>
              {OUTING_KIND_LABELS[outing.kind]}, đi {formatInstant(outing.leftAt ?? outing.leaveAt)}{' '}
              <ToneChip {...outingChip(outing)} />
            </span>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Mở: ${OUTING_KIND_LABELS[outing.kind]} ${formatInstant(outing.leftAt ?? outing.leaveAt)}`}
              onClick={() => setOpened(outing.id)}
            >
              Mở
            </Button>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          mt="xs"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? 'Thu gọn' : `Xem cả ${rows.length} việc`}
        </Button>
      )}
      <OutingDialog id={opened} onClose={() => setOpened(null)} />
      <Dialog
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title="Ghi đơn, yêu cầu cho ra ngoài"
        size={680}
      >
        {isAsking && stayId !== null && <RequestForm stayId={stayId} onDone={() => setIsAsking(false)} />}
      </Dialog>
    </Panel>
  )
}
