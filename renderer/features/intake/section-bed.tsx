import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle, IconBan, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BedChoice } from '#domain/contract/placement.ts'
import { SEX_LABELS, SEXES } from '#domain/people/sex.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { birthOf } from '#renderer/features/intake/build-reception.ts'
import { ChoiceRow, TextRow, useField } from '#renderer/features/intake/intake-rows.tsx'
import { IntakeSection } from '#renderer/features/intake/intake-section.tsx'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { KeepApartLines } from '#renderer/features/intake/keep-apart-lines.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import classes from './intake.module.css'

const MOST_BEDS = 120
const MOST_ROOMS = 5

/** Free beds, the best first, with what speaks for and against each; the first bed without leaving the screen. */
export function BedSection() {
  const sex = useIntake((form) => form.sex)
  const track = useIntake((form) => form.track)
  const [placementSex, setPlacementSex] = useField('placementSex', 'person.fields.placementSex')
  return (
    <IntakeSection step="bed" number={11} title="Giường">
      <KeepApartLines />
      {sex === null || track === null ? (
        <p className={classes.dim}>Chọn giới tính và diện ở mục 1 để xem giường phù hợp.</p>
      ) : (
        <Beds />
      )}
      <div className={classes.cols}>
        <ChoiceRow
          label="Xếp chỗ theo"
          path="person.fields.placementSex"
          values={SEXES}
          labels={SEX_LABELS}
          value={placementSex}
          onChange={setPlacementSex}
          clearable
          w={148}
          hint="Chỉ khi khác giới tính trên giấy tờ."
        />
      </div>
    </IntakeSection>
  )
}

function askedOf(form: Parameters<Parameters<typeof useIntake>[0]>[0]) {
  return {
    personId: form.known?.personId ?? null,
    name: form.name.trim(),
    birth: birthOf(form),
    sex: form.sex ?? ('male' as const),
    placementSex: form.placementSex,
    track: form.track ?? ('compulsory' as const),
    keepApart: form.keepApart.map(({ otherPersonId, level }) => ({ otherPersonId, level })),
    alerts: [...new Set(form.alerts.flatMap(({ code }) => code ?? []))],
    limit: MOST_BEDS,
  }
}

function Beds() {
  const asked = useIntake((form) => JSON.stringify(askedOf(form)))
  const [settled] = useDebouncedValue(asked, 300)
  const input = JSON.parse(settled) as ReturnType<typeof askedOf>
  const [words, setWords] = useState('')
  const chosen = useIntake((form) => form.bed)
  const problem = useProblem('bed.bedId')
  const beds = useQuery(api.intake.beds.queryOptions({ input, placeholderData: keepPreviousData }))
  const needle = words.trim().toLowerCase()
  const found = (beds.data?.beds ?? []).filter(
    ({ code, zoneName }) => code.toLowerCase().includes(needle) || zoneName.toLowerCase().includes(needle),
  )
  const rooms = [...Map.groupBy(found, ({ roomId }) => roomId).values()]
  const open = rooms.filter(([first]) => first?.allowed)
  const shown = open.slice(0, MOST_ROOMS)
  const isGone = chosen !== null && beds.data?.beds.every(({ bedId }) => bedId !== chosen.bedId)
  if (beds.isError) {
    return (
      <ErrorState
        title="Chưa tải được giường trống"
        sentence={toHubError(beds.error).message}
        onRetry={() => void beds.refetch()}
      />
    )
  }
  return (
    <>
      <div className={classes.line}>
        <TextInput
          aria-label="Tìm giường, khu"
          placeholder="Mã giường, khu"
          value={words}
          w={220}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {chosen && (
          <span className={isGone ? classes.doubt : undefined}>
            Đã chọn <b>{chosen.code}</b> ({chosen.zoneName}).
            {isGone && ' Giường này vừa có người hoặc không còn hợp; chọn giường khác.'}
          </span>
        )}
        {beds.data && <span className={classes.dim}>{beds.data.free} giường trống</span>}
      </div>
      {problem !== undefined && (
        <p className={classes.refusal} role="alert" tabIndex={-1} data-problem>
          {problem}
        </p>
      )}
      {beds.data && found.length === 0 && (
        <EmptyState title="Không có giường trống phù hợp">
          Tiếp nhận trước, xếp giường sau ở mục Khu; hoặc đưa giường ngừng sử dụng trở lại.
        </EmptyState>
      )}
      <ul className={classes.rooms} aria-label="Giường trống">
        {shown.map((room) => (
          <RoomLine key={room[0]?.roomId} beds={room} />
        ))}
      </ul>
      {open.length > shown.length && (
        <p className={classes.dim}>
          Còn {open.length - shown.length} phòng khác; gõ mã giường hoặc khu để tìm.
        </p>
      )}
      {needle !== '' &&
        rooms
          .filter(([first]) => first && !first.allowed)
          .map(([first]) => (
            <p key={first?.roomId} className={classes.refusal}>
              <IconBan size={14} stroke={2} aria-hidden /> {first?.roomCode}, {first?.zoneName}:{' '}
              {first?.hard.map(({ message }) => message).join(' ')}
            </p>
          ))}
      {chosen?.asksReason && (
        <div className={classes.cols}>
          <TextRow label="Lý do vẫn xếp" path="bed.reason" field="bedReason" required maxLength={500} />
        </div>
      )}
    </>
  )
}

function RoomLine({ beds }: { beds: readonly BedChoice[] }) {
  const store = useIntakeStore()
  const chosenId = useIntake((form) => form.bed?.bedId)
  const [first] = beds
  if (!first) return null
  const good = first.reasons.filter(({ weight }) => weight > 0).slice(0, 3)
  return (
    <li className={classes.room}>
      <span className={classes.roomName}>
        Phòng {first.roomCode} <span className={classes.dim}>{first.zoneName}</span>
      </span>
      <span className={classes.beds}>
        {beds.slice(0, 6).map((bed) => (
          <label key={bed.bedId} className={classes.pill} data-chosen={bed.bedId === chosenId || undefined}>
            <input
              type="radio"
              name="giuong"
              value={bed.bedId}
              checked={bed.bedId === chosenId}
              onChange={() => {
                store.set({
                  bed: {
                    bedId: bed.bedId,
                    code: bed.code,
                    roomCode: bed.roomCode,
                    zoneName: bed.zoneName,
                    asksReason: bed.soft.length > 0,
                  },
                })
                store.forget('bed')
              }}
            />
            {bed.code}
          </label>
        ))}
      </span>
      <span className={classes.why}>
        {good.map(({ text }) => text).join(' · ')}
        {first.soft.map(({ code, message }) => (
          <span key={code} className={classes.doubt}>
            <IconAlertTriangle size={14} stroke={2} aria-hidden /> {message}
          </span>
        ))}
      </span>
    </li>
  )
}
