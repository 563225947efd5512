import { Button } from '@mantine/core'
import { IconBed, IconDoorEnter, IconRun } from '@tabler/icons-react'
import { useState } from 'react'
import { inventedPerson, NOW } from '#renderer/gallery/invented-people.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { ConflictCard } from '#ui/conflict-card.tsx'
import { formatDaysLeft } from '#ui/format.ts'
import { JobProgress } from '#ui/job-progress.tsx'
import { LifeLine } from '#ui/life-line.tsx'
import { MiniChart } from '#ui/mini-chart.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { PersonLine } from '#ui/person-line.tsx'
import { WhyPopover } from '#ui/why-popover.tsx'
import classes from './gallery.module.css'

/** The remaining parts, each with invented content. */
export function PartsPage() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <PageHeader
        title="Các thành phần"
        acts={<Button onClick={() => setAsking(true)}>Chuyển 3 người sang khu B</Button>}
      />
      <Panel title="Một người, một dòng">
        {[1, 2, 3, 4, 6, 23, 102].map((n) => (
          <PersonLine key={n} person={inventedPerson(n)} href={`/nguoi?id=${n}`} />
        ))}
      </Panel>
      <div className={classes.columns}>
        <Panel title="Thời hạn">
          {formatDaysLeft(214)}, hết hạn 24/06/2027{' '}
          <WhyPopover
            title="Vì sao hết hạn 24/06/2027"
            lines={[
              {
                text: 'Thời hạn 24 tháng kể từ 20/06/2025',
                value: '20/06/2027',
                source: 'QĐ 214/QĐ-TAND; Luật 73/2021/QH14 Điều 33',
              },
              {
                text: 'Trừ 11 ngày bị giữ khi lập hồ sơ',
                value: '09/06/2027',
                source: 'NĐ 116/2021 Điều 52',
              },
              {
                text: 'Cộng 15 ngày bỏ trốn (02/03–17/03/2026)',
                value: '24/06/2027',
                source: 'sự kiện bắt lại 17/03/2026',
              },
            ]}
          />
        </Panel>
        <Panel title="Việc dài">
          <JobProgress
            title="Nhập danh sách cũ"
            state="running"
            done={1240}
            total={2000}
            message="Đang so trùng với 2.820 hồ sơ."
            onCancel={() => undefined}
          />
          <JobProgress
            title="Sao lưu ra USB"
            state="failed"
            done={3}
            total={14}
            unit="tệp"
            message="USB đã bị rút ra. Cắm lại rồi sao lưu lại; bản cũ vẫn nguyên."
          />
        </Panel>
        <Panel title="Dòng đời">
          <LifeLine
            label="Sự kiện quản lý"
            onCorrect={() => undefined}
            events={[
              {
                id: '4',
                at: '2026-11-20T02:10:00.000Z',
                title: 'Bắt lại, trở lại sau bỏ trốn',
                tone: 'ok',
                icon: IconDoorEnter,
                recorded: 'Trần Đức Lộc, trực cổng, ghi lúc 09:24',
              },
              {
                id: '3',
                at: '2026-11-05T14:30:00.000Z',
                title: 'Bỏ trốn',
                tone: 'late',
                icon: IconRun,
                facts: [
                  { label: 'Thấy lần cuối', value: 'Sân khu A, 21:10' },
                  { label: 'Cùng trốn', value: 'không' },
                ],
                papers: ['Mẫu 43 số 12/QĐ-CSCN'],
                recorded: 'Lê Văn Bình, trực ca 3, ghi lúc 21:42',
              },
              {
                id: '2',
                at: '2026-09-01T01:00:00.000Z',
                title: 'Chuyển giường A1-07 → A2-05',
                icon: IconBed,
              },
              {
                id: '1',
                at: '2026-06-24T03:15:00.000Z',
                title: 'Tiếp nhận',
                cancelled: 'ghi nhầm ngày, đúng là 20/06/2026',
                icon: IconDoorEnter,
              },
            ]}
          />
        </Panel>
        <ConflictCard
          changedBy="Lê Văn Bình"
          changedAt={NOW}
          fields={[
            { field: 'phone', label: 'Điện thoại', mine: '0912 345 678', theirs: '0912 345 687' },
            { field: 'note', label: 'Nghề nghiệp', mine: 'Thợ xây', theirs: '' },
          ]}
          onResolve={() => undefined}
          onCancel={() => undefined}
        />
        <Panel>
          <MiniChart
            title="Quân số 12 tháng"
            kind="line"
            axisLabel="Tháng"
            series={[{ label: 'Bắt buộc' }, { label: 'Tự nguyện' }, { label: 'Đang lập hồ sơ' }]}
            points={Array.from({ length: 12 }, (_, month) => ({
              label: `${String(month + 1).padStart(2, '0')}/2026`,
              values: [1190 + ((month * 37) % 90), 64 + ((month * 11) % 23), 20 + ((month * 5) % 9)],
            }))}
          />
        </Panel>
      </div>
      <ConfirmAct
        opened={asking}
        onClose={() => setAsking(false)}
        title="Chuyển 3 người sang khu B?"
        act="Chuyển 3 người sang khu B"
        reason={{ label: 'Lý do', required: true }}
        onConfirm={() => setAsking(false)}
      >
        Ba người rời giường ở khu A ngay bây giờ và chờ xếp giường ở khu B. Có thể hoàn tác trong 10 giây.
      </ConfirmAct>
    </>
  )
}
