import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoredReturnPlace } from '#domain/contract/dossier.ts'
import {
  RETURN_RESIDENCE_LABELS,
  RETURN_RESIDENCES,
  WORK_ABILITIES,
  WORK_ABILITY_LABELS,
} from '#domain/stay/return-place.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { FactList } from '#renderer/features/dossier/fact-list.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './dossier.module.css'

/** Where the person of a stay goes on leaving; what is owed before the end follows from it (DIS-07, DIS-11). */
export function ReturnPlacePanel({ stayId }: { stayId: string }) {
  const desk = useDesk()
  const [isEditing, setIsEditing] = useState(false)
  const found = useQuery(api.dossier.returnPlace.queryOptions({ input: { stayId } }))
  const mayEdit = desk?.permissions.includes('dossier.edit') ?? false
  const place = found.data?.place ?? null
  return (
    <Panel
      title="Nơi về khi ra cơ sở"
      aside={
        mayEdit &&
        place &&
        !isEditing && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label="Sửa nơi về khi ra cơ sở"
            leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsEditing(true)}
          >
            Sửa
          </Button>
        )
      }
    >
      {found.isError && <p role="alert">{toHubError(found.error).message}</p>}
      {isEditing ? (
        <ReturnPlaceForm stayId={stayId} place={place} onDone={() => setIsEditing(false)} />
      ) : place ? (
        <PlaceFacts place={place} />
      ) : (
        found.data && (
          <EmptyState
            title="Chưa ghi nơi về"
            act={mayEdit && <Button onClick={() => setIsEditing(true)}>Ghi nơi về</Button>}
          >
            Người không có nơi cư trú ổn định phải đăng ký nơi sẽ về trước khi hết thời hạn.
          </EmptyState>
        )
      )}
    </Panel>
  )
}

function PlaceFacts({ place }: { place: StoredReturnPlace }) {
  const { registeredAddress, registeredOn } = place
  return (
    <div className={classes.lines}>
      <FactList
        facts={[
          { label: 'Nơi cư trú', text: RETURN_RESIDENCE_LABELS[place.residence] },
          { label: 'Lao động', text: WORK_ABILITY_LABELS[place.work] },
          { label: 'Giấy tờ chứng minh', text: place.proof ?? '' },
          {
            label: 'Nơi đăng ký về',
            text:
              registeredAddress === null || registeredOn === null
                ? ''
                : `${registeredAddress} (đăng ký ${formatDay(registeredOn)})`,
            isWide: true,
          },
        ]}
      />
      {place.needsSocialProtection && (
        <span>
          <ToneChip tone="soon" text="Lập hồ sơ trợ giúp xã hội" /> DIS-07: Luật Phòng, chống ma túy
          120/2025/QH15 Điều 35.6; Nghị định 163/2026/NĐ-CP Điều 124
        </span>
      )}
      {place.residence === 'none' && registeredAddress === null && (
        <span>
          <ToneChip tone="soon" text="Chưa đăng ký nơi về" /> DIS-11: Luật Phòng, chống ma túy 120/2025/QH15
          Điều 42.3
        </span>
      )}
      <span className={classes.dim}>
        {place.recordedBy}, {formatInstant(place.recordedAt)}
      </span>
    </div>
  )
}

interface Typed extends Pick<StoredReturnPlace, 'residence' | 'work'> {
  proof: string
  registeredAddress: string
  registeredOn: Day | null
}

function ReturnPlaceForm({
  stayId,
  place,
  onDone,
}: {
  stayId: string
  place: StoredReturnPlace | null
  onDone: () => void
}) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [start] = useState<Typed>(() => ({
    residence: place?.residence ?? 'stable',
    work: place?.work ?? 'able',
    proof: place?.proof ?? '',
    registeredAddress: place?.registeredAddress ?? '',
    registeredOn: place?.registeredOn ?? null,
  }))
  const [typed, setTyped] = useState(start)
  const put = (change: Partial<Typed>) => setTyped((now) => ({ ...now, ...change }))
  const saving = useSave((input: Parameters<typeof hub.dossier.saveReturnPlace>[0], key) =>
    hub.dossier.saveReturnPlace(input, { context: { key } }),
  )
  const { errors } = saving

  async function save() {
    if (!(await saving.send({ stayId, version: place?.version ?? null, ...typed }))) return
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: api.dossier.key() }),
      queryClient.invalidateQueries({ queryKey: api.obligations.key() }),
    ])
    showNotice('Đã ghi nơi về khi ra cơ sở.')
    onDone()
  }

  return (
    <DenseForm
      label="Nơi về khi ra cơ sở"
      saveLabel="Ghi nơi về"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={JSON.stringify(typed) !== JSON.stringify(start)}
      problem={saving.clash ? 'Máy khác vừa sửa chỗ này. Đóng và mở lại để xem.' : saving.problem}
    >
      <FormRow label="Nơi cư trú" required hint="Không ổn định: Nghị định 163/2026/NĐ-CP Điều 58.3.">
        {(control) => (
          <CodeSelect
            {...control}
            w={280}
            codes={RETURN_RESIDENCES}
            labels={RETURN_RESIDENCE_LABELS}
            value={typed.residence}
            onChange={(value) => put({ residence: value })}
          />
        )}
      </FormRow>
      <FormRow label="Khả năng lao động" required>
        {(control) => (
          <CodeSelect
            {...control}
            w={280}
            codes={WORK_ABILITIES}
            labels={WORK_ABILITY_LABELS}
            value={typed.work}
            onChange={(value) => put({ work: value })}
          />
        )}
      </FormRow>
      <TextRow
        label="Giấy tờ chứng minh"
        error={errors['proof']}
        maxLength={300}
        value={typed.proof}
        onChange={(proof) => put({ proof })}
      />
      <TextRow
        label="Nơi đăng ký về"
        error={errors['registeredAddress']}
        maxLength={300}
        placeholder="Xã, phường sẽ cư trú sau khi ra về"
        value={typed.registeredAddress}
        onChange={(registeredAddress) => put({ registeredAddress })}
      />
      <FormRow label="Ngày đăng ký" error={errors['registeredOn']}>
        {(control) => (
          <DayField
            {...control}
            today={today}
            value={typed.registeredOn}
            onChange={(day) => put({ registeredOn: day })}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
