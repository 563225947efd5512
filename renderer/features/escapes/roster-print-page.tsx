import { Button, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { rosterShape, type PhotoRoster } from '#domain/contract/escapes.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useJob } from '#renderer/api/use-job.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import { photoUrl } from '#renderer/features/dossier/person-photo.ts'
import { JobCard } from '#renderer/features/jobs/job-card.tsx'
import { formatNumber, initialsOf } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './print.module.css'

/** Faces on a sheet of A4: six rows of five. */
const PER_PAGE = 30

type Face = PhotoRoster['zones'][number]['rooms'][number]['people'][number] & { room: string }

/** The faces of a zone in the order of rooms and beds, a sheet at a time. */
function pagesOf(zone: PhotoRoster['zones'][number]): Face[][] {
  const faces = zone.rooms.flatMap(({ code, people }) => people.map((one): Face => ({ ...one, room: code })))
  return Array.from({ length: Math.ceil(faces.length / PER_PAGE) }, (_, page) =>
    faces.slice(page * PER_PAGE, (page + 1) * PER_PAGE),
  )
}

/** Everybody inside with photo, by zone and room, for a chase: laid out by the hub as a work with progress. */
export function RosterPrintPage() {
  const desk = useDesk()
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const [zoneId, setZoneId] = useState<string | null>(null)
  const begin = useMutation({ mutationFn: () => hub.escapes.roster({ zoneId }) })
  const job = useJob(begin.data?.jobId ?? null)
  const parsed = job?.state === 'done' ? rosterShape.safeParse(job.result) : undefined
  const roster = parsed?.success ? parsed.data : null
  const [loaded, setLoaded] = useState(0)
  const withPhoto = roster === null ? 0 : roster.total - roster.withoutPhoto
  const isReady = roster !== null && loaded >= withPhoto

  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Danh sách ảnh người đang có mặt"
          back={{ href: '/vu-viec/bo-tron', label: 'Người bỏ trốn' }}
          note="Mọi người trong khu ngay lúc này, theo khu và phòng; 30 người một trang. Việc lập danh sách được ghi vào nhật ký."
          acts={
            <>
              <Select
                aria-label="Khu"
                placeholder="Toàn cơ sở"
                clearable
                data={(zones.data?.zones ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                value={zoneId}
                onChange={setZoneId}
              />
              <Button
                variant={roster === null ? 'filled' : 'default'}
                loading={begin.isPending || job?.state === 'running'}
                onClick={() => {
                  setLoaded(0)
                  begin.mutate()
                }}
              >
                {roster === null ? 'Lập danh sách' : 'Lập lại'}
              </Button>
              <PrintActs
                act={roster === null ? 'In' : `In ${formatNumber(roster.total)} người`}
                fileName="danh-sach-anh"
                disabled={!isReady}
              />
            </>
          }
        />
        {begin.error && <p role="alert">{toHubError(begin.error).message}</p>}
        {begin.data && roster === null && (
          <JobCard jobId={begin.data.jobId} title="Lập danh sách ảnh" unit="khu" />
        )}
        {roster !== null && (
          <output>
            {formatNumber(roster.total)} người lúc {formatInstant(roster.at)},{' '}
            {formatNumber(roster.withoutPhoto)} người chưa có ảnh.
            {isReady
              ? ' Đã tải đủ ảnh, in được.'
              : ` Đang tải ảnh: ${formatNumber(loaded)}/${formatNumber(withPhoto)}.`}
          </output>
        )}
      </div>
      {roster?.zones.map((zone) =>
        pagesOf(zone).map((faces, page, pages) => (
          <section key={`${zone.zoneId ?? ''}${page}`} className={classes.page}>
            <header className={classes.pageHead}>
              <b>{zone.name}</b>
              <span>
                {desk?.centreName} · {formatInstant(roster.at)} · {formatNumber(zone.people)} người · trang{' '}
                {page + 1}/{pages.length}
              </span>
            </header>
            <ul className={classes.faces}>
              {faces.map((face, index) => (
                <FaceCell key={`${face.name}${index}`} face={face} onLoaded={() => setLoaded((n) => n + 1)} />
              ))}
            </ul>
          </section>
        )),
      )}
    </>
  )
}

function FaceCell({ face, onLoaded }: { face: Face; onLoaded: () => void }) {
  const url = photoUrl(face.photoId)
  return (
    <li>
      {url === null ? (
        <div className={classes.cellEmpty}>{initialsOf(face.name)}</div>
      ) : (
        // One that does not come leaves an empty frame: the list is printed all the same.
        <img src={url} alt="" onLoad={onLoaded} onError={onLoaded} decoding="async" />
      )}
      <b>{face.name}</b>
      <span>
        {[face.birthYear, face.bedCode ?? face.room].filter(Boolean).join(' · ')}
        <i aria-hidden />
      </span>
    </li>
  )
}
