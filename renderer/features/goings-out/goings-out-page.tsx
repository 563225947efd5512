import { Badge, Button, Tabs } from '@mantine/core'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { Dialog } from '#ui/dialog.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { OutingCalendar } from './outing-calendar.tsx'
import { OutingDialog } from './outing-dialog.tsx'
import { OutList } from './out-list.tsx'
import { OutingTable } from './outing-table.tsx'
import { PastOutings } from './past-outings.tsx'
import { RequestForm } from './request-form.tsx'
import { SecondApproval } from './second-approval.tsx'
import classes from './goings-out.module.css'

const FIRST_TAB = 'dang-ra'

function Count({ value }: { value: number | undefined }) {
  if (!value) return null
  return (
    <Badge variant="light" color="gray" size="sm" ml={6} c="inherit">
      {formatNumber(value)}
    </Badge>
  )
}

/** Who is out, what is asked for, what is planned: everything about leaving the centre for a while. */
export function GoingsOutPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const [values, setValues] = useUrlFilters(['the'])
  const [opened, setOpened] = useState<string | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const figures = useQuery(api.goingsOut.figures.queryOptions({ input: {} }))
  const waiting = useQuery(api.goingsOut.waiting.queryOptions({ input: {} }))
  const toCheck = useQuery(api.goingsOut.toCheck.queryOptions({ input: {} }))
  const tab = values['the']?.[0] ?? FIRST_TAB
  const out = figures.data?.out.reduce((sum, { count }) => sum + count, 0)
  const overdue = figures.data?.out.reduce((sum, row) => sum + row.overdue, 0) ?? 0
  const may = (permission: NonNullable<typeof desk>['permissions'][number]) =>
    desk?.permissions.includes(permission) ?? false

  return (
    <>
      <PageHeader
        title="Ra ngoài"
        note={
          figures.data &&
          `${formatNumber(out ?? 0)} người đang ra ngoài${overdue > 0 ? `, ${formatNumber(overdue)} quá hạn trở lại` : ''}`
        }
        acts={
          <>
            {may('outings.decide') && figures.data && <SecondApproval needsTwo={figures.data.needsTwo} />}
            {may('exports.run') && (
              <Button
                variant="default"
                leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
                onClick={() => history.push('/ra-ngoai/in')}
              >
                In
              </Button>
            )}
            {may('outings.request') && (
              <Button
                leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
                onClick={() => setIsAsking(true)}
              >
                Ghi đơn, yêu cầu
              </Button>
            )}
          </>
        }
      />
      <Tabs
        className={classes.tabs}
        value={tab}
        onChange={(next) => setValues(next === null || next === FIRST_TAB ? {} : { the: [next] })}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value={FIRST_TAB}>
            Đang ra ngoài
            <Count value={out} />
          </Tabs.Tab>
          <Tabs.Tab value="don">
            Đơn, đã duyệt
            <Count value={waiting.data?.rows.length} />
          </Tabs.Tab>
          <Tabs.Tab value="kiem-tra">
            Chờ kiểm tra khi về
            <Count value={figures.data?.owesCheck} />
          </Tabs.Tab>
          <Tabs.Tab value="lich">Lịch</Tabs.Tab>
          <Tabs.Tab value="tat-ca">Tất cả</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={FIRST_TAB} pt="sm" className={classes.pane}>
          <OutList onOpen={setOpened} />
        </Tabs.Panel>
        <Tabs.Panel value="don" pt="sm" className={classes.pane}>
          <OutingTable
            label="Đơn và việc đã duyệt, chưa đi"
            query={waiting}
            onOpen={setOpened}
            emptyTitle="Không có đơn nào chờ"
            emptyText="Đơn và yêu cầu mới ghi ở nút “Ghi đơn, yêu cầu”."
          />
        </Tabs.Panel>
        <Tabs.Panel value="kiem-tra" pt="sm" className={classes.pane}>
          <OutingTable
            label="Đã về, chờ kiểm tra sức khỏe và xét nghiệm ma túy"
            query={toCheck}
            onOpen={setOpened}
            emptyTitle="Không còn ai chờ kiểm tra"
            emptyText="Người về chịu tang phải được kiểm tra sức khỏe và xét nghiệm ma túy khi trở lại (LEAVE-06)."
          />
        </Tabs.Panel>
        <Tabs.Panel value="lich" pt="sm" className={classes.pane}>
          <OutingCalendar />
        </Tabs.Panel>
        <Tabs.Panel value="tat-ca" pt="sm" className={classes.pane}>
          <PastOutings onOpen={setOpened} />
        </Tabs.Panel>
      </Tabs>
      <OutingDialog id={opened} onClose={() => setOpened(null)} />
      <Dialog
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title="Ghi đơn, yêu cầu cho ra ngoài"
        size={680}
      >
        {isAsking && <RequestForm onDone={() => setIsAsking(false)} />}
      </Dialog>
    </>
  )
}
