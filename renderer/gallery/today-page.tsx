import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { inventedPerson, TODAY } from '#renderer/gallery/invented-people.ts'
import { CapacityBar } from '#ui/capacity-bar.tsx'
import { formatWeekday } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { MiniChart } from '#ui/mini-chart.tsx'
import { NumberLink } from '#ui/number-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { PersonLine } from '#ui/person-line.tsx'
import { StatRow, StatTile } from '#ui/stat-tile.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './gallery.module.css'

const DAYS = Array.from({ length: 30 }, (_, index) => index)

/** How the first screen of the head of the centre is put together from the parts. */
export function TodayPage() {
  return (
    <>
      <PageHeader
        title="Hôm nay"
        note={`${formatWeekday(TODAY, TODAY)} · ca 2 (14:00–22:00)`}
        acts={
          <Button variant="default" leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}>
            In bảng bàn giao ca
          </Button>
        }
      />
      <StatRow label="Quân số lúc này">
        <StatTile label="Trong danh sách" value={323} href="/nguoi?trang-thai=all" />
        <StatTile label="Có mặt" value={317} href="/nguoi?trang-thai=present" />
        <StatTile label="Trong khu" value={311} href="/nguoi?trang-thai=inside" />
        <StatTile label="Đi viện" value={4} href="/nguoi?trang-thai=hospital" />
        <StatTile
          label="Về chịu tang"
          value={2}
          href="/nguoi?trang-thai=funeral"
          note={{ tone: 'late', text: '1 quá hạn' }}
        />
        <StatTile label="Bỏ trốn" value={6} href="/nguoi?trang-thai=escaped" />
      </StatRow>
      <div className={classes.columns}>
        <Panel title="Việc đến hạn" aside={<NumberLink value={12} label="tất cả" href="/khu" />} flush>
          <ul className={classes.due}>
            <li>
              <ToneChip tone="late" text="còn 02:14" />
              <InnerLink href="/khu">Thông báo bỏ trốn cho Công an xã – Hoàng Văn C.</InnerLink>
            </li>
            <li>
              <ToneChip tone="soon" text="16:00 hôm nay" />
              <InnerLink href="/khu">Mẫu 51 · 3 người</InnerLink>
            </li>
            <li>
              <ToneChip tone="soon" text="ngày mai" />
              <InnerLink href="/khu">Khám sức khỏe định kỳ · 8 người</InnerLink>
            </li>
            <li>
              <ToneChip tone="ended" text="thứ Tư 25/11" />
              <InnerLink href="/khu">Xếp loại tháng 11 · khu B</InnerLink>
            </li>
          </ul>
        </Panel>
        <Panel title="Khu" aside="người / chỗ đang dùng">
          <CapacityBar
            label="Khu A"
            used={96}
            capacity={100}
            outOfService={2}
            href="/khu"
            note={<ToneChip tone="soon" text="chưa điểm danh" quiet />}
          />
          <CapacityBar
            label="Khu B"
            used={88}
            capacity={120}
            href="/khu"
            note={<ToneChip tone="ok" text="14:00 đủ" quiet />}
          />
          <CapacityBar
            label="Khu C"
            used={106}
            capacity={102}
            href="/khu"
            note={<ToneChip tone="ok" text="14:05 đủ" quiet />}
          />
          <CapacityBar
            label="Khu nữ"
            used={21}
            capacity={40}
            href="/khu"
            note={<ToneChip tone="late" text="14:00 thiếu 1" quiet />}
          />
        </Panel>
        <Panel>
          <MiniChart
            title="Vào – ra 30 ngày"
            kind="bar"
            axisLabel="Ngày"
            series={[{ label: 'Tiếp nhận' }, { label: 'Ra về' }]}
            points={DAYS.map((day) => ({
              label: `${String(((day + 23) % 31) + 1).padStart(2, '0')}/${day < 8 ? '10' : '11'}`,
              values: [(day * 7) % 5, (day * 3) % 4],
            }))}
          />
        </Panel>
        <Panel title="Đang ở ngoài" aside={<NumberLink value={6} label="tất cả" href="/nguoi" />}>
          {[3, 26, 49].map((n) => (
            <PersonLine key={n} person={inventedPerson(n)} href={`/nguoi?id=${n}`} />
          ))}
        </Panel>
      </div>
    </>
  )
}
