import { Button, Group } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { monthOf } from '#domain/contacts/limit.ts'
import { dayOf } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { ExportButton } from '#renderer/features/people/export-button.tsx'
import { DayField } from '#ui/day-field.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './visits.module.css'

/** The register of visits of a period, on paper or as a file. */
export function RegisterPanel() {
  const desk = useDesk()
  const router = useRouter()
  const today = dayOf(useHubNow())
  const mayExport = desk?.permissions.includes('exports.run') ?? false
  const [from, setFrom] = useState<string | null>(monthOf(today).from)
  const [to, setTo] = useState<string | null>(today)
  return (
    <Panel title="Sổ theo dõi thăm gặp và gửi tiền, đồ lưu ký">
      <p className={classes.note}>
        Theo mẫu của Quyết định 1567/QĐ-BCA (Mẫu 8). Mỗi lần xuất, in được ghi vào nhật ký.
      </p>
      <FormRow label="Từ ngày" required>
        {(control) => <DayField {...control} today={today} value={from} onChange={setFrom} />}
      </FormRow>
      <FormRow label="Đến ngày" required>
        {(control) => <DayField {...control} today={today} value={to} onChange={setTo} />}
      </FormRow>
      {from !== null && to !== null && mayExport && (
        <Group gap="sm" mt="sm">
          <ExportButton onExport={() => hub.visits.export({ from, to })} />
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
            onClick={() => router.history.push(`/tham-gap/so?tu=${from}&den=${to}`)}
          >
            In
          </Button>
        </Group>
      )}
    </Panel>
  )
}
