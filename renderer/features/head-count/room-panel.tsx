import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CountRoom, Occupant, Variance } from '#domain/contract/head-count.ts'
import {
  reasonsOf,
  VARIANCE_DIRECTION_LABELS,
  VARIANCE_REASON_LABELS,
  type VarianceReason,
} from '#domain/head-count/variance-reasons.ts'
import type { Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { roomWord } from '#renderer/features/head-count/count-words.ts'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { Panel } from '#ui/panel.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './head-count.module.css'

export interface RoomPanelProps {
  room: CountRoom
  zoneId: string
  shiftAt: Instant
  isOpen: boolean
}

/** Whom the roll has in the room of the grid, and who explains its difference. */
export function RoomPanel({ room, zoneId, shiftAt, isOpen }: RoomPanelProps) {
  const [missing, setMissing] = useState<Occupant | null>(null)
  const named = new Set(room.lines.map(({ stayId }) => stayId))
  const explains = isOpen && room.state === 'open'
  const isShort = room.left < 0
  return (
    <Panel title={`Phòng ${room.code}`} aside={<ToneChip {...roomWord(room)} />}>
      <div className={classes.side}>
        {room.lines.length > 0 && (
          <ul className={classes.lines} aria-label="Giải trình">
            {room.lines.map((line) => (
              <ExplainedLine key={line.id} line={line} isOpen={isOpen} />
            ))}
          </ul>
        )}
        {explains && !isShort && (
          <ExplainForm of={{ room, zoneId, shiftAt }} person={null} onDone={() => {}} />
        )}
        {explains && isShort && missing === null && (
          <p className={classes.hint}>
            Thiếu ai? Bấm “Vắng” ở tên người đó, hoặc <MiscountAct of={{ room, zoneId, shiftAt }} />
          </p>
        )}
        {explains && isShort && missing !== null && (
          <ExplainForm
            key={missing.stayId}
            of={{ room, zoneId, shiftAt }}
            person={missing}
            onDone={() => setMissing(null)}
          />
        )}
        <ul className={classes.people} aria-label={`Sổ có ở phòng ${room.code}`}>
          {room.occupants.map((one) => (
            <li key={one.stayId}>
              <PersonName fullName={one.name} birthYear={one.birthYear} href={personHref(one.personId)} />
              <span className={classes.away}>
                <span className={classes.dim}>{one.bedCode}</span>
                {explains && isShort && !named.has(one.stayId) && (
                  <Button
                    size="compact-sm"
                    variant={missing?.stayId === one.stayId ? 'filled' : 'default'}
                    aria-label={`${one.name} vắng`}
                    onClick={() => setMissing(one)}
                  >
                    Vắng
                  </Button>
                )}
              </span>
            </li>
          ))}
          {room.occupants.length === 0 && <li className={classes.dim}>Sổ không có ai trong phòng.</li>}
        </ul>
      </div>
    </Panel>
  )
}

type Of = Pick<RoomPanelProps, 'room' | 'zoneId' | 'shiftAt'>

function newIds() {
  return { id: crypto.randomUUID(), eventId: crypto.randomUUID(), incidentId: crypto.randomUUID() }
}

function useExplain({ room, zoneId, shiftAt }: Of) {
  const queryClient = useQueryClient()
  const [ids, setIds] = useState(newIds)
  const saving = useSave((input: Parameters<typeof hub.headCount.explain>[0], key) =>
    hub.headCount.explain(input, { context: { key } }),
  )
  async function explain(said: { reason: VarianceReason; stayId: string | null; note: string }) {
    const isSaved = await saving.send({
      id: ids.id,
      zoneId,
      shiftAt,
      roomId: room.roomId,
      direction: room.left < 0 ? 'missing' : 'extra',
      reason: said.reason,
      stayId: said.stayId,
      note: said.note,
      eventId: said.reason === 'escaped' ? ids.eventId : null,
      incidentId: said.reason === 'escaped' ? ids.incidentId : null,
    })
    if (isSaved) setIds(newIds())
    await queryClient.invalidateQueries({ queryKey: api.headCount.key() })
    return isSaved
  }
  return { explain, saving }
}

function MiscountAct({ of }: { of: Of }) {
  const { explain, saving } = useExplain(of)
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={saving.isSaving}
      onClick={() => void explain({ reason: 'miscount', stayId: null, note: '' })}
    >
      Ghi là đếm nhầm
    </Button>
  )
}

/** One person of a difference: who (given when missing, looked for when too many), why. */
function ExplainForm({ of, person, onDone }: { of: Of; person: Occupant | null; onDone: () => void }) {
  const { room } = of
  const direction = room.left < 0 ? ('missing' as const) : ('extra' as const)
  const { explain, saving } = useExplain(of)
  const [reason, setReason] = useState<VarianceReason | null>(null)
  const [note, setNote] = useState('')
  const [found, setFound] = useState<string | null>(null)
  const stayId = person?.stayId ?? found
  const isMiscount = reason === 'miscount' && stayId === null
  const sentences = saving.problem === null ? Object.values(saving.errors) : [saving.problem]

  async function save() {
    if (reason === null) {
      saving.setErrors({ reason: 'Chọn lý do.' })
      return
    }
    if (!(await explain({ reason, stayId, note }))) return
    if (reason === 'escaped')
      showNotice(`Đã báo ${person?.name ?? ''} bỏ trốn và mở vụ việc. Làm tiếp ở “Người bỏ trốn”.`)
    setReason(null)
    setNote('')
    setFound(null)
    onDone()
  }

  return (
    <form
      className={classes.form}
      aria-label="Giải trình một người lệch"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h3>
        {VARIANCE_DIRECTION_LABELS[direction]}: {person?.name ?? 'người không có trong sổ của phòng'}
      </h3>
      {person === null && <FindPerson value={found} onChange={setFound} isMiscount={isMiscount} />}
      <div className={classes.reasons} role="radiogroup" aria-label="Lý do">
        {reasonsOf(direction).map((one) => (
          <label key={one} className={classes.reason}>
            <input
              type="radio"
              name={`reason-${room.roomId}`}
              checked={reason === one}
              onChange={() => setReason(one)}
            />
            {VARIANCE_REASON_LABELS[one]}
          </label>
        ))}
      </div>
      <TextInput
        aria-label="Ghi chú"
        placeholder={reason === 'other' ? 'Lý do khác là gì' : 'Ghi chú (không bắt buộc)'}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {reason === 'escaped' && (
        <p className={classes.hint}>
          Lưu dòng này cũng báo bỏ trốn lúc đếm phòng: mở vụ việc và ghi vào dòng đời. Nhiều người cùng thiếu
          thì dùng “Báo bỏ trốn” ở đầu trang.
        </p>
      )}
      {sentences.map((sentence) => (
        <p key={sentence} className={classes.problem} role="alert">
          {sentence}
        </p>
      ))}
      <span className={classes.away}>
        <Button type="submit" loading={saving.isSaving} color={reason === 'escaped' ? 'red' : undefined}>
          {reason === 'escaped' ? 'Ghi bỏ trốn' : 'Lưu giải trình'}
        </Button>
        {person !== null && (
          <Button variant="default" onClick={onDone}>
            Thôi
          </Button>
        )}
      </span>
    </form>
  )
}

function FindPerson({
  value,
  onChange,
  isMiscount,
}: {
  value: string | null
  onChange: (stayId: string | null) => void
  isMiscount: boolean
}) {
  const [words, setWords] = useState('')
  const [text] = useDebouncedValue(words, 150)
  const hits = useQuery(
    api.people.search.queryOptions({
      input: { text },
      enabled: text.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Select
      aria-label="Ai là người thừa"
      searchable
      clearable
      placeholder={isMiscount ? 'Đếm nhầm thì không cần tên' : 'Gõ tên, số hồ sơ hoặc giường'}
      searchValue={words}
      onSearchChange={setWords}
      filter={({ options }) => options}
      nothingFoundMessage={words.trim() === '' ? null : 'Không tìm thấy ai'}
      data={(hits.data?.present ?? []).flatMap((hit) =>
        hit.stayId === null
          ? []
          : [
              {
                value: hit.stayId,
                label: [hit.name, birthYearOf(hit), hit.bedCode].filter(Boolean).join(' · '),
              },
            ],
      )}
      value={value}
      onChange={onChange}
    />
  )
}

function ExplainedLine({ line, isOpen }: { line: Variance; isOpen: boolean }) {
  const queryClient = useQueryClient()
  async function withdraw() {
    try {
      await hub.headCount.withdraw({ id: line.id })
    } catch (error) {
      showNotice(toHubError(error).message)
    }
    await queryClient.invalidateQueries({ queryKey: api.headCount.key() })
  }
  const who = line.name ?? 'một người'
  return (
    <li>
      <span>
        {VARIANCE_DIRECTION_LABELS[line.direction]} <b>{who}</b>:{' '}
        {VARIANCE_REASON_LABELS[line.reason].toLocaleLowerCase('vi')}
        {line.note !== null && ` (${line.note})`} <span className={classes.dim}>{line.recordedBy}</span>
      </span>
      {isOpen && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Rút giải trình: ${who}`}
          onClick={() => void withdraw()}
        >
          Rút
        </Button>
      )}
    </li>
  )
}
