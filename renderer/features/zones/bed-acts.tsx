import { Menu } from '@mantine/core'
import {
  IconArrowsExchange,
  IconArrowRight,
  IconBarrierBlock,
  IconBed,
  IconBedOff,
  IconPencilPlus,
  IconRotateClockwise,
  IconUser,
} from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Lodger } from '#domain/contract/placement.ts'
import type { BedLine } from '#domain/contract/places.ts'
import type { Permission } from '#domain/permissions/permissions.ts'

/** What was chosen on a bed; the page carries it out. */
export type BedAct =
  | { act: 'move'; lodger: Lodger }
  | { act: 'swap'; lodger: Lodger }
  | { act: 'unplace'; lodger: Lodger }
  | { act: 'record'; lodger: Lodger }
  | { act: 'place'; bed: BedLine }
  | { act: 'outage'; bed: BedLine }
  | { act: 'back'; bed: BedLine }

interface BedActsProps {
  bed: BedLine
  lodger: Lodger | null
  permissions: readonly Permission[]
  onAct: (act: BedAct) => void
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** The acts a bed offers to this desk, or null when there is none. */
export function bedActs(props: BedActsProps): ReactNode {
  const { bed, lodger, permissions } = props
  const may = (permission: Permission) => permissions.includes(permission)
  if (lodger) return <LodgerActs {...props} lodger={lodger} />
  if (bed.isHeld) return null
  if (bed.outage) return may('places.outage') ? <BackAct {...props} /> : null
  return may('custody.place') || may('custody.receive') || may('places.outage') ? (
    <FreeActs {...props} />
  ) : null
}

function LodgerActs({ lodger, permissions, onAct }: BedActsProps & { lodger: Lodger }) {
  const router = useRouter()
  const isInside = lodger.state === 'inside'
  const mayPlace = permissions.includes('custody.place')
  return (
    <>
      <Menu.Label>{lodger.name}</Menu.Label>
      <Menu.Item
        leftSection={<IconUser {...ICON} />}
        onClick={() => router.history.push(`/nguoi/${lodger.personId}`)}
      >
        Mở hồ sơ
      </Menu.Item>
      {mayPlace && isInside && (
        <>
          <Menu.Item
            leftSection={<IconArrowRight {...ICON} />}
            onClick={() => onAct({ act: 'move', lodger })}
          >
            Chuyển giường…
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowsExchange {...ICON} />}
            onClick={() => onAct({ act: 'swap', lodger })}
          >
            Đổi chỗ với người khác…
          </Menu.Item>
        </>
      )}
      {mayPlace && (
        <Menu.Item leftSection={<IconBedOff {...ICON} />} onClick={() => onAct({ act: 'unplace', lodger })}>
          Cho rời giường…
        </Menu.Item>
      )}
      {permissions.includes('custody.record') && (
        <Menu.Item
          leftSection={<IconPencilPlus {...ICON} />}
          onClick={() => onAct({ act: 'record', lodger })}
        >
          {isInside ? 'Ghi việc: ra ngoài, bỏ trốn…' : 'Ghi việc: trở lại, bỏ trốn…'}
        </Menu.Item>
      )}
    </>
  )
}

function BackAct({ bed, onAct }: BedActsProps) {
  return (
    <Menu.Item leftSection={<IconRotateClockwise {...ICON} />} onClick={() => onAct({ act: 'back', bed })}>
      Đưa giường {bed.fullCode} vào sử dụng lại
    </Menu.Item>
  )
}

function FreeActs({ bed, permissions, onAct }: BedActsProps) {
  const mayPlace = permissions.includes('custody.place') || permissions.includes('custody.receive')
  return (
    <>
      <Menu.Label>Giường {bed.fullCode}</Menu.Label>
      {mayPlace && (
        <Menu.Item leftSection={<IconBed {...ICON} />} onClick={() => onAct({ act: 'place', bed })}>
          Xếp người đang chờ…
        </Menu.Item>
      )}
      {permissions.includes('places.outage') && (
        <Menu.Item leftSection={<IconBarrierBlock {...ICON} />} onClick={() => onAct({ act: 'outage', bed })}>
          Ngừng sử dụng…
        </Menu.Item>
      )}
    </>
  )
}
