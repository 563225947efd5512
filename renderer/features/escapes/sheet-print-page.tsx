import { useQueries, useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { EscapeSheet } from '#domain/contract/escapes.ts'
import { IDENTITY_KIND_LABELS } from '#domain/identity/identity-kinds.ts'
import { sightingText } from '#domain/incidents/last-sightings.ts'
import { MARK_KIND_LABELS, RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { birthText, formatBirth } from '#domain/people/birth.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import { photoUrl } from '#renderer/features/dossier/person-photo.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './print.module.css'

/** The photo sheet of one person who is searched for, or of everybody of an incident: one page each. */
export function SheetPrintPage() {
  const params: { id?: string } = useParams({ strict: false })
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const incidentId = typeof search['vu'] === 'string' ? search['vu'] : null
  const people = useQuery({
    ...api.escapes.ofIncident.queryOptions({ input: { incidentId: incidentId ?? '' } }),
    enabled: incidentId !== null,
  })
  const ids =
    params.id === undefined
      ? (people.data?.people ?? []).filter(({ standing }) => standing === 'away').map(({ id }) => id)
      : [params.id]
  const sheets = useQueries({
    queries: ids.map((id) => ({
      ...api.escapes.sheet.queryOptions({ input: { id } }),
      // Each answer is an entry of the audit: asked once.
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  const error = people.error ?? sheets.find((one) => one.error)?.error
  if (error) return <ErrorState title="Chưa lập được phiếu" sentence={toHubError(error).message} />
  const shown = sheets.flatMap(({ data }) => data ?? [])
  if ((incidentId !== null && people.isPending) || shown.length < ids.length) return <PagePending />
  const missing = [...new Set(shown.flatMap((one) => one.missing))]
  const back = incidentId ?? shown[0]?.incidentId ?? null
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Phiếu ảnh truy tìm"
          back={{
            href: back === null ? '/vu-viec/bo-tron' : `/vu-viec/bo-tron/${back}`,
            label: 'Người bỏ trốn',
          }}
          note={
            missing.length > 0 &&
            `Hồ sơ còn thiếu: ${missing.join(', ')} (Mẫu số 43 hỏi đến; INC-09). Chỗ thiếu để dòng chấm ghi tay.`
          }
          acts={
            <PrintActs
              act={shown.length > 1 ? `In ${formatNumber(shown.length)} phiếu` : 'In phiếu'}
              fileName={`truy-tim ${shown.length === 1 ? (shown[0]?.name ?? '') : `${shown.length} người`}`}
              disabled={shown.length === 0}
            />
          }
        />
      </div>
      {shown.map((sheet) => (
        <Sheet key={sheet.id} sheet={sheet} />
      ))}
      {shown.length === 0 && <p>Không còn ai chưa bắt lại trong vụ này.</p>}
    </>
  )
}

const DOTS = '……………………………'

function Sheet({ sheet }: { sheet: EscapeSheet }) {
  const birth = birthText(sheet)
  const photo = photoUrl(sheet.photoId)
  const rows: [string, string | null][] = [
    ['Tên gọi khác', sheet.alias],
    ['Ngày sinh · giới tính', `${birth === null ? DOTS : formatBirth(birth)} · ${SEX_LABELS[sheet.sex]}`],
    ['Dân tộc', sheet.ethnicity],
    ['Giấy tờ', sheet.paper && `${IDENTITY_KIND_LABELS[sheet.paper.kind]} ${sheet.paper.number}`],
    ['Nơi thường trú', sheet.permanentAddress],
    ['Nơi ở hiện tại', sheet.currentAddress],
    [
      'Chiều cao · cân nặng',
      `${sheet.heightCm === null ? '……' : formatNumber(sheet.heightCm)} cm · ${sheet.weightKg === null ? '……' : formatNumber(sheet.weightKg)} kg`,
    ],
    [
      'Dấu hiệu riêng',
      sheet.marks
        .map(({ kind, place, description }) =>
          [MARK_KIND_LABELS[kind].toLocaleLowerCase('vi'), place, description].filter(Boolean).join(', '),
        )
        .join('; ') || null,
    ],
    ['Vóc dáng, tóc, giọng nói', sheet.looks],
    ['Trang phục', sheet.clothes],
  ]
  const escaped: [string, string | null][] = [
    ['Bỏ trốn lúc', formatInstant(sheet.escapedAt)],
    ['Từ', sheet.fromWhere],
    ['Thấy lần cuối', sheet.lastSeenAt && formatInstant(sheet.lastSeenAt)],
    ['Hướng đi, phương tiện', sheet.direction],
    ['Nơi có thể đến', sheet.likelyPlaces],
    [
      'Diện · số hồ sơ',
      [sheet.track && TRACK_LABELS[sheet.track], sheet.dossierNumber].filter(Boolean).join(' · '),
    ],
    ['Quyết định', sheet.decision],
  ]
  const contacts = [
    ...sheet.relatives.map(({ name, relation, phone, address }) => ({
      name,
      relation: RELATION_LABELS[relation],
      reach: [phone, address].filter(Boolean).join('; '),
    })),
    ...sheet.visitors.map(({ name, relation, phone }) => ({
      name,
      relation: `${relation} (từng thăm gặp)`,
      reach: phone ?? '',
    })),
  ]
  return (
    <article className={classes.paper}>
      <p className={classes.centre}>{sheet.centreName}</p>
      <h2>PHIẾU ẢNH TRUY TÌM NGƯỜI BỎ TRỐN</h2>
      <p className={classes.under}>
        {sheet.incidentNumber !== null && `Vụ việc ${sheet.incidentNumber}. `}
        Ai thấy người này báo ngay cho cơ sở{sheet.centreAddress !== null && ` (${sheet.centreAddress})`} hoặc
        Công an nơi gần nhất.
      </p>
      <div className={classes.head}>
        {photo === null ? (
          <div className={classes.noPhoto}>Dán ảnh</div>
        ) : (
          <img className={classes.face} src={photo} alt={`Ảnh ${sheet.name}`} />
        )}
        <div>
          <h3 className={classes.name}>{sheet.name.toLocaleUpperCase('vi')}</h3>
          <Facts rows={rows} />
        </div>
      </div>
      <h3>Việc bỏ trốn</h3>
      <Facts rows={escaped} />
      <h3>Những lần hồ sơ thấy sau cùng</h3>
      {sheet.sightings.length === 0 ? (
        <p>{DOTS}</p>
      ) : (
        <ul>
          {sheet.sightings.map((one) => (
            <li key={one.kind}>{sightingText(one)}</li>
          ))}
        </ul>
      )}
      <h3>Quan hệ, nơi liên hệ</h3>
      {contacts.length === 0 ? (
        <p>{DOTS}</p>
      ) : (
        <table>
          <tbody>
            {contacts.map((one) => (
              <tr key={`${one.name}${one.relation}`}>
                <td>{one.name}</td>
                <td>{one.relation}</td>
                <td>{one.reach}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  )
}

function Facts({ rows }: { rows: readonly (readonly [string, string | null])[] }) {
  return (
    <dl className={classes.facts}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || DOTS}</dd>
        </div>
      ))}
    </dl>
  )
}
