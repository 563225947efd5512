import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RosterZone } from '#domain/contract/escape-roster.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { adoptRules } from '#renderer/app/adopt-rules.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import { useRoster } from '#renderer/features/escapes/use-roster.ts'
import { formatNumber, initialsOf } from '#ui/format.ts'
import { JobProgress } from '#ui/job-progress.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './print.module.css'

/** Faces on a sheet of A4: six rows of five. */
const PER_PAGE = 30

/** Thirty faces fill it. */
const SHEET = '@page { size: a4; margin: 10mm; }'

type Face = RosterZone['rooms'][number]['people'][number] & { room: string }

/** The faces of a zone in the order of rooms and names, a sheet at a time. */
function pagesOf(zone: RosterZone): Face[][] {
  const faces = zone.rooms.flatMap(({ code, people }) => people.map((one): Face => ({ ...one, room: code })))
  return Array.from({ length: Math.ceil(faces.length / PER_PAGE) }, (_, page) =>
    faces.slice(page * PER_PAGE, (page + 1) * PER_PAGE),
  )
}

/** Everybody inside with photo, by zone and room, for a chase: a zone after the other, however large the centre. */
export function RosterPrintPage() {
  const desk = useDesk()
  const known = useQuery(api.places.zones.queryOptions({ input: {} }))
  const [zoneId, setZoneId] = useState<string | null>(null)
  const { zones, isWhole, progress, problem, lay, stop } = useRoster()
  useEffect(() => adoptRules(SHEET), [])
  const all = known.data?.zones ?? []
  const asked = all.filter(({ id }) => zoneId === null || id === zoneId)
  const people = zones.reduce((sum, zone) => sum + zone.people, 0)
  const faces = zones.reduce((sum, zone) => sum + zone.faces.size, 0)
  // Part of a list is never printed for the whole.
  const isReady = isWhole && zones.length > 0

  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Danh sách ảnh người đang có mặt"
          back={{ href: '/vu-viec/bo-tron', label: 'Người bỏ trốn' }}
          note="Mọi người trong khu ngay lúc này, theo khu và phòng; 30 người một trang. Mỗi khu lập ra được ghi vào nhật ký."
          acts={
            <>
              <Select
                aria-label="Khu"
                placeholder="Toàn cơ sở"
                clearable
                disabled={progress !== null}
                data={all.map(({ id, name }) => ({ value: id, label: name }))}
                value={zoneId}
                onChange={setZoneId}
              />
              <Button
                variant={isReady ? 'default' : 'filled'}
                disabled={known.data === undefined}
                loading={progress !== null}
                onClick={() =>
                  void lay(zoneId === null ? [...asked, { id: null, name: 'Chưa xếp khu' }] : asked)
                }
              >
                {isReady ? 'Lập lại' : 'Lập danh sách'}
              </Button>
              <PrintActs
                act={isReady ? `In ${formatNumber(people)} người` : 'In'}
                fileName="danh-sach-anh"
                disabled={!isReady}
              />
            </>
          }
        />
        {problem !== null && <p role="alert">{problem} Bấm “Lập danh sách” để lập lại.</p>}
        {progress !== null && (
          <JobProgress
            title="Lập danh sách ảnh"
            state="running"
            done={progress.done}
            total={progress.of}
            unit="khu"
            message={progress.step}
            onCancel={stop}
          />
        )}
        {!isWhole && zones.length > 0 && progress === null && problem === null && (
          <output>
            Đã dừng khi mới được {formatNumber(zones.length)} khu. Danh sách thiếu thì không in; bấm “Lập danh
            sách” để lập lại.
          </output>
        )}
        {isWhole && zones.length === 0 && <output>Không có ai trong khu này.</output>}
        {isReady && (
          <output>
            {formatNumber(people)} người, {formatNumber(people - faces)} người chưa có ảnh. In được.
          </output>
        )}
      </div>
      {zones.map((zone) =>
        pagesOf(zone).map((shown, page, pages) => (
          <section key={`${zone.zoneId ?? ''}${page}`} className={classes.page}>
            <header className={classes.pageHead}>
              <b>{zone.name}</b>
              <span>
                {desk?.centreName} · {formatInstant(zone.at)} · {formatNumber(zone.people)} người · trang{' '}
                {page + 1}/{pages.length}
              </span>
            </header>
            <ul className={classes.faces}>
              {shown.map((face, index) => (
                <FaceCell
                  key={`${face.name}${index}`}
                  face={face}
                  url={face.photoId === null ? undefined : zone.faces.get(face.photoId)}
                />
              ))}
            </ul>
          </section>
        )),
      )}
    </>
  )
}

function FaceCell({ face, url }: { face: Face; url: string | undefined }) {
  return (
    <li>
      {url === undefined ? (
        <div className={classes.cellEmpty}>{initialsOf(face.name)}</div>
      ) : (
        <img src={url} alt="" decoding="async" />
      )}
      <b>{face.name}</b>
      <span>
        {[face.birthYear, face.bedCode ?? face.room].filter(Boolean).join(' · ')}
        <i aria-hidden />
      </span>
    </li>
  )
}
