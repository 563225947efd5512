import { Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
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
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
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

/** A thing that was taken: what, how much, from whom, how it came in, who holds it under which seal. */
export function ExhibitForm({ incident, onDone }: { incident: IncidentDetail; onDone: () => void }) {
  const desk = useDesk()
  const now = useHubNow()
  const [exhibitId] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<ExhibitKind | null>(null)
  const [substance, setSubstance] = useState<ExhibitSubstance | null>(null)
  const [route, setRoute] = useState<ExhibitRoute>('unknown')
  const [description, setDescription] = useState('')
  const [quantity, setQuantity] = useState<number | string>('')
  const [unit, setUnit] = useState<ExhibitUnit>('piece')
  const [sealNumber, setSealNumber] = useState('')
  const [personId, setPersonId] = useState<string | null>(null)
  const [foundAt, setFoundAt] = useState<Instant | null>(incident.occurredAt)
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
      dirty={description !== '' || quantity !== ''}
      problem={saving.problem}
    >
      <FormRow label="Loại vật" required error={errors['kind'] ?? errors['substance']}>
        {(control) => (
          <Group gap="sm" wrap="nowrap">
            <Select
              {...control}
              data-autofocus
              placeholder="Chọn"
              data={EXHIBIT_KINDS.map((value) => ({ value, label: EXHIBIT_KIND_LABELS[value] }))}
              value={kind}
              onChange={(value) => {
                const next = EXHIBIT_KINDS.find((one) => one === value) ?? null
                setKind(next)
                if (next !== null) setUnit(USUAL_UNITS[next] ?? 'piece')
              }}
            />
            {kind === 'drug' && (
              <Select
                aria-label="Chất"
                placeholder="Chất"
                data={EXHIBIT_SUBSTANCES.map((value) => ({ value, label: EXHIBIT_SUBSTANCE_LABELS[value] }))}
                value={substance}
                onChange={(value) => setSubstance(EXHIBIT_SUBSTANCES.find((one) => one === value) ?? null)}
              />
            )}
          </Group>
        )}
      </FormRow>
      <FormRow label="Lượng" required error={errors['quantity'] ?? errors['unit']}>
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
            <Select
              aria-label="Đơn vị"
              w={110}
              allowDeselect={false}
              data={EXHIBIT_UNITS.map((value) => ({ value, label: EXHIBIT_UNIT_LABELS[value] }))}
              value={unit}
              onChange={(value) => setUnit(EXHIBIT_UNITS.find((one) => one === value) ?? unit)}
            />
          </Group>
        )}
      </FormRow>
      <FormRow label="Mô tả" required error={errors['description']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={300}
            placeholder="Gói ni lông nhỏ, bột trắng"
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Đường vào" error={errors['route']}>
        {(control) => (
          <Select
            {...control}
            allowDeselect={false}
            data={EXHIBIT_ROUTES.map((value) => ({ value, label: EXHIBIT_ROUTE_LABELS[value] }))}
            value={route}
            onChange={(value) => setRoute(EXHIBIT_ROUTES.find((one) => one === value) ?? route)}
          />
        )}
      </FormRow>
      <FormRow label="Của ai" error={errors['personId']}>
        {(control) => (
          <Select
            {...control}
            clearable
            placeholder="Không rõ"
            data={incident.involvements.flatMap((one) =>
              one.personId === null || one.removedAt !== null
                ? []
                : [{ value: one.personId, label: one.name }],
            )}
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
      <FormRow label="Thấy ở đâu" error={errors['foundWhere']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            placeholder="Trong gói quà, dưới chiếu giường A2-05"
            value={foundWhere}
            onChange={(event) => setFoundWhere(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Số niêm phong" error={errors['sealNumber']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={60}
            w={240}
            value={sealNumber}
            onChange={(event) => setSealNumber(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Người giữ" required error={errors['holder']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={120}
            value={holder}
            onChange={(event) => setHolder(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Người chứng kiến" error={errors['witness']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            value={witness}
            onChange={(event) => setWitness(event.currentTarget.value)}
          />
        )}
      </FormRow>
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
