import { Group, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import type { IncidentDetail, IncidentFind } from '#domain/contract/incident-shapes.ts'
import {
  EXHIBIT_KIND_LABELS,
  EXHIBIT_KINDS,
  EXHIBIT_ROUTE_LABELS,
  EXHIBIT_ROUTES,
  EXHIBIT_SUBSTANCE_LABELS,
  EXHIBIT_SUBSTANCES,
  EXHIBIT_UNIT_LABELS,
  EXHIBIT_UNITS,
  type ExhibitKind,
  type ExhibitRoute,
  type ExhibitSubstance,
  type ExhibitUnit,
} from '#domain/incidents/exhibit.ts'
import type { Instant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { FilesUnderway, unsentSentence } from '#renderer/features/dossier/files-underway.ts'
import { ScanField } from '#renderer/features/dossier/scan-field.tsx'
import { CodeSelect, OptionalCodeSelect } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { incidentScans } from './incident-file.ts'
import { useIncidentAct } from './use-incident.ts'

const PHOTO = 'ảnh vật thu giữ'

/** In what a thing of this kind is usually counted. */
const USUAL_UNITS: Partial<Record<ExhibitKind, ExhibitUnit>> = {
  drug: 'gram',
  medicine: 'tablet',
  alcohol: 'millilitre',
  tobacco: 'packet',
  money: 'dong',
}

interface ExhibitFormProps {
  incident: IncidentDetail
  /** Where it was written down first: at a visit, in a parcel, in a letter. */
  find: IncidentFind | null
  onDone: () => void
}

/** The number a find is of, where it was written as one. */
function amountOf(find: IncidentFind | null): number | string {
  const text = find?.quantity.trim().replace(',', '.') ?? ''
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : ''
}

/** The way in that the find, or the book the incident began with, tells of. */
function routeOf(incident: IncidentDetail, find: IncidentFind | null): ExhibitRoute {
  const from = find?.source?.kind ?? incident.origin
  return from === 'visit' || from === 'parcel' || from === 'letter' ? from : 'unknown'
}

/** A thing that was taken: what, how much, from whom, how it came in, who holds it under which seal. */
export function ExhibitForm({ incident, find, onDone }: ExhibitFormProps) {
  const desk = useDesk()
  const now = useHubNow()
  const [exhibitId] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<ExhibitKind | null>(null)
  const [substance, setSubstance] = useState<ExhibitSubstance | null>(null)
  const [route, setRoute] = useState<ExhibitRoute>(() => routeOf(incident, find))
  const [description, setDescription] = useState(find?.what ?? '')
  const [quantity, setQuantity] = useState<number | string>(() => amountOf(find))
  const [unit, setUnit] = useState<ExhibitUnit>('piece')
  const [sealNumber, setSealNumber] = useState('')
  const [personId, setPersonId] = useState<string | null>(find?.personId ?? null)
  const [foundAt, setFoundAt] = useState<Instant | null>(find?.foundAt ?? incident.occurredAt)
  const [foundWhere, setFoundWhere] = useState('')
  const [holder, setHolder] = useState(desk?.userName ?? '')
  const [witness, setWitness] = useState('')
  const [fileId, setFileId] = useState<string | null>(null)
  const [files] = useState(() => new FilesUnderway())
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.addExhibit>[0], key) =>
      hub.incidents.addExhibit(input, { context: { key } }),
    'Đã ghi thu giữ.',
    onDone,
  )
  const { errors } = saving

  async function save() {
    const missing = {
      ...(kind === null && { kind: 'Chọn loại vật.' }),
      ...(kind === 'drug' && substance === null && { substance: 'Chọn chất; chưa rõ thì chọn “Chưa rõ”.' }),
      ...(description.trim() === '' && { description: 'Ghi mô tả: màu, dạng, bao gói.' }),
      ...(typeof quantity !== 'number' && { quantity: 'Ghi số lượng.' }),
      ...(foundAt === null && { foundAt: 'Ghi ngày và giờ, ví dụ 22/11/2026 14:02.' }),
      ...(holder.trim() === '' && { holder: 'Ghi người đang giữ.' }),
    }
    saving.setErrors(missing)
    if (kind === null || foundAt === null || typeof quantity !== 'number') return
    if (Object.keys(missing).length > 0) return
    const { sent, failed } = await files.settle()
    if (failed.length > 0) {
      saving.setErrors({ fileId: unsentSentence(failed) })
      return
    }
    await run({
      id: incident.id,
      exhibitId,
      kind,
      substance: kind === 'drug' ? substance : null,
      route,
      description,
      quantity,
      unit,
      sealNumber,
      personId,
      foundAt,
      foundWhere,
      findId: find?.id ?? null,
      fileId: sent.get(PHOTO) ?? fileId,
      holder,
      witness,
    })
  }

  return (
    <DenseForm
      label="Ghi thu giữ"
      saveLabel="Ghi thu giữ"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={description !== (find?.what ?? '') || quantity !== amountOf(find)}
      problem={saving.problem ?? errors['findId']}
    >
      <FormRow label="Loại vật" required error={errors['kind'] ?? errors['substance']}>
        {(control) => (
          <Group gap="sm" wrap="nowrap">
            <OptionalCodeSelect
              {...control}
              data-autofocus
              placeholder="Chọn"
              codes={EXHIBIT_KINDS}
              labels={EXHIBIT_KIND_LABELS}
              value={kind}
              onChange={(next) => {
                setKind(next)
                if (next !== null) setUnit(USUAL_UNITS[next] ?? 'piece')
              }}
            />
            {kind === 'drug' && (
              <OptionalCodeSelect
                aria-label="Chất"
                placeholder="Chất"
                codes={EXHIBIT_SUBSTANCES}
                labels={EXHIBIT_SUBSTANCE_LABELS}
                value={substance}
                onChange={setSubstance}
              />
            )}
          </Group>
        )}
      </FormRow>
      <FormRow
        label="Lượng"
        required
        error={errors['quantity'] ?? errors['unit']}
        hint={find !== null && `Lúc phát hiện ghi: ${find.quantity}.`}
      >
        {(control) => (
          <Group gap="sm" wrap="nowrap">
            <NumberInput
              {...control}
              w={140}
              hideControls
              allowNegative={false}
              decimalSeparator=","
              thousandSeparator="."
              decimalScale={3}
              value={quantity}
              onChange={setQuantity}
            />
            <CodeSelect
              aria-label="Đơn vị"
              w={110}
              codes={EXHIBIT_UNITS}
              labels={EXHIBIT_UNIT_LABELS}
              value={unit}
              onChange={setUnit}
            />
          </Group>
        )}
      </FormRow>
      <TextRow
        label="Mô tả"
        required
        error={errors['description']}
        maxLength={300}
        placeholder="Gói ni lông nhỏ, bột trắng"
        value={description}
        onChange={setDescription}
      />
      <FormRow label="Đường vào" error={errors['route']}>
        {(control) => (
          <CodeSelect
            {...control}
            codes={EXHIBIT_ROUTES}
            labels={EXHIBIT_ROUTE_LABELS}
            value={route}
            onChange={setRoute}
          />
        )}
      </FormRow>
      <FormRow label="Của ai" error={errors['personId']}>
        {(control) => (
          <Select
            {...control}
            clearable
            placeholder="Không rõ"
            data={ownersOf(incident, find)}
            value={personId}
            onChange={setPersonId}
          />
        )}
      </FormRow>
      <FormRow label="Thấy lúc" required error={errors['foundAt'] ?? errors['at']}>
        {(control) => (
          <MomentField {...control} label="Thấy lúc" now={now} value={foundAt} onChange={setFoundAt} />
        )}
      </FormRow>
      <TextRow
        label="Thấy ở đâu"
        error={errors['foundWhere']}
        maxLength={200}
        placeholder="Trong gói quà, dưới chiếu giường A2-05"
        value={foundWhere}
        onChange={setFoundWhere}
      />
      <TextRow
        label="Số niêm phong"
        error={errors['sealNumber']}
        maxLength={60}
        w={240}
        value={sealNumber}
        onChange={setSealNumber}
      />
      <TextRow
        label="Người giữ"
        required
        error={errors['holder']}
        maxLength={120}
        value={holder}
        onChange={setHolder}
      />
      <TextRow
        label="Người chứng kiến"
        error={errors['witness']}
        maxLength={200}
        value={witness}
        onChange={setWitness}
      />
      <FormRow label="Ảnh" error={errors['fileId']}>
        {({ id }) => (
          <ScanField
            id={id}
            paper={PHOTO}
            fileId={fileId}
            place={incidentScans(incident.id)}
            onSent={setFileId}
            onSending={(sending) => files.follow(PHOTO, sending)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}

/** Residents of the incident, and the one the find was meant for. */
function ownersOf(incident: IncidentDetail, find: IncidentFind | null) {
  const owners = new Map(
    incident.involvements.flatMap((one) =>
      one.personId === null || one.removedAt !== null ? [] : [[one.personId, one.name] as const],
    ),
  )
  if (find !== null) owners.set(find.personId, find.personName)
  return [...owners].map(([value, label]) => ({ value, label }))
}
