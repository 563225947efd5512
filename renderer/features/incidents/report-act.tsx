import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useDesk } from '#renderer/app/desk.ts'

/** The act every page of the module offers those who may. */
export function ReportAct() {
  const { history } = useRouter()
  const mayReport = useDesk()?.permissions.includes('incident.report') ?? false
  if (!mayReport) return null
  return (
    <Button
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      onClick={() => history.push('/vu-viec/bao')}
    >
      Báo vụ việc
    </Button>
  )
}
