import { Button, Tabs } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useDesk } from '#renderer/app/desk.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { CallsPanel } from '#renderer/features/contacts/calls-panel.tsx'
import { LettersPanel } from '#renderer/features/contacts/letters-panel.tsx'
import { ParcelsPanel } from '#renderer/features/contacts/parcels-panel.tsx'
import { REGISTER_KEYS } from '#renderer/features/contacts/use-register.ts'
import { RegisterPanel } from '#renderer/features/visits/register-panel.tsx'
import { RulesPanel } from '#renderer/features/visits/rules-panel.tsx'
import { VisitBoard } from '#renderer/features/visits/visit-board.tsx'
import { VisitCalendar } from '#renderer/features/visits/visit-calendar.tsx'
import { VisitForm } from '#renderer/features/visits/visit-form.tsx'
import { VisitorsList } from '#renderer/features/visits/visitors-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { PageHeader } from '#ui/page-header.tsx'

const FIRST = 'hom-nay'

/** Visits, calls, letters, parcels: today, the week, the registers and the rules behind them. */
export function VisitsPage() {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('contacts.edit') ?? false
  const [values, setValues] = useUrlFilters(['xem', ...REGISTER_KEYS])
  const [isBooking, setIsBooking] = useState(false)
  return (
    <>
      <PageHeader
        title="Thăm gặp, liên lạc"
        acts={
          mayEdit && (
            <Button
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => setIsBooking(true)}
            >
              Đăng ký thăm gặp
            </Button>
          )
        }
      />
      <Tabs
        value={values['xem']?.[0] ?? FIRST}
        onChange={(tab) => setValues(tab === null || tab === FIRST ? {} : { xem: [tab] })}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value={FIRST}>Hôm nay</Tabs.Tab>
          <Tabs.Tab value="lich">Lịch tuần</Tabs.Tab>
          <Tabs.Tab value="nguoi-tham">Sổ người thăm</Tabs.Tab>
          <Tabs.Tab value="dien-thoai">Điện thoại</Tabs.Tab>
          <Tabs.Tab value="thu">Thư</Tabs.Tab>
          <Tabs.Tab value="qua">Quà, đồ gửi</Tabs.Tab>
          <Tabs.Tab value="so">Sổ theo dõi</Tabs.Tab>
          <Tabs.Tab value="quy-dinh">Quy định, phòng</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={FIRST} pt="sm">
          <VisitBoard />
        </Tabs.Panel>
        <Tabs.Panel value="lich" pt="sm">
          <VisitCalendar />
        </Tabs.Panel>
        <Tabs.Panel value="nguoi-tham" pt="sm" h="calc(100dvh - 210px)" mih={320}>
          <VisitorsList />
        </Tabs.Panel>
        <Tabs.Panel value="dien-thoai" pt="sm">
          <CallsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="thu" pt="sm">
          <LettersPanel />
        </Tabs.Panel>
        <Tabs.Panel value="qua" pt="sm">
          <ParcelsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="so" pt="sm">
          <RegisterPanel />
        </Tabs.Panel>
        <Tabs.Panel value="quy-dinh" pt="sm">
          <RulesPanel />
        </Tabs.Panel>
      </Tabs>
      <Dialog opened={isBooking} onClose={() => setIsBooking(false)} title="Đăng ký thăm gặp" size={720}>
        {isBooking && <VisitForm onDone={() => setIsBooking(false)} />}
      </Dialog>
    </>
  )
}
