import { Button, Menu } from '@mantine/core'
import {
  IconAlertOctagon,
  IconArrowsJoin,
  IconChevronDown,
  IconDoorEnter,
  IconGavel,
  IconRun,
} from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { PersonFile } from '#domain/contract/person-shapes.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { reportHref } from '#renderer/features/incidents/report-link.tsx'

// Its preview brings the rules of the clock along, which the page itself does without.
const ChangeTrack = lazy(() =>
  import('#renderer/features/dossier/change-track.tsx').then((module) => ({ default: module.ChangeTrack })),
)

const ReportEscapeDialog = lazy(() =>
  import('#renderer/features/escapes/report-escape.tsx').then((module) => ({
    default: module.ReportEscapeDialog,
  })),
)
const RecoverDialog = lazy(() =>
  import('#renderer/features/escapes/recover-dialog.tsx').then((module) => ({
    default: module.RecoverDialog,
  })),
)

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** Acts on the whole of a person's file, for those who may; nothing for others. */
export function PersonMenu({ file }: { file: PersonFile }) {
  const desk = useDesk()
  const router = useRouter()
  const [isChanging, setIsChanging] = useState(false)
  const [escape, setEscape] = useState<'report' | 'recover' | null>(null)
  const may = desk?.permissions ?? []
  const stay = file.stays[0]
  const isHeld = stay?.track === 'held' && stay.state !== 'ended' && stay.state !== 'expected'
  const mayChangeTrack = isHeld && may.includes('custody.receive')
  const mayMerge = may.includes('people.merge') && file.cancelledAt === null
  const mayReport = may.includes('incident.report') && file.cancelledAt === null
  const mayRecord = may.includes('custody.record')
  const mayEscape = mayRecord && (stay?.state === 'inside' || stay?.state === 'out')
  const mayRecover = mayRecord && stay?.state === 'escaped'
  if (!mayChangeTrack && !mayMerge && !mayReport && !mayEscape && !mayRecover) return null
  const stop = () => setEscape(null)
  return (
    <>
      {/* The focus goes on into the dialog, not back to the button. */}
      <Menu position="bottom-end" returnFocus={!isChanging && escape === null}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown {...ICON} />}>
            Việc khác
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayEscape && (
            <Menu.Item leftSection={<IconRun {...ICON} />} onClick={() => setEscape('report')}>
              Báo bỏ trốn…
            </Menu.Item>
          )}
          {mayRecover && (
            <Menu.Item leftSection={<IconDoorEnter {...ICON} />} onClick={() => setEscape('recover')}>
              Đã đưa trở lại…
            </Menu.Item>
          )}
          {mayReport && (
            <Menu.Item
              leftSection={<IconAlertOctagon {...ICON} />}
              onClick={() =>
                router.history.push(reportHref({ origin: 'person', originId: file.id, personId: file.id }))
              }
            >
              Báo vụ việc…
            </Menu.Item>
          )}
          {mayChangeTrack && (
            <Menu.Item leftSection={<IconGavel {...ICON} />} onClick={() => setIsChanging(true)}>
              Đã có quyết định: chuyển diện…
            </Menu.Item>
          )}
          {mayMerge && (
            <Menu.Item
              leftSection={<IconArrowsJoin {...ICON} />}
              onClick={() => router.history.push(`/nguoi/${file.id}/gop`)}
            >
              Gộp hồ sơ trùng…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {stay && escape !== null && (
        <Suspense>
          {escape === 'report' ? (
            <ReportEscapeDialog stayIds={[stay.id]} onClose={stop} />
          ) : (
            <RecoverDialog people={[{ stayId: stay.id, name: file.name }]} onClose={stop} />
          )}
        </Suspense>
      )}
      {stay && isHeld && (
        <Suspense>
          <ChangeTrack file={file} stay={stay} opened={isChanging} onClose={() => setIsChanging(false)} />
        </Suspense>
      )}
    </>
  )
}
