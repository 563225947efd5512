import { Select } from '@mantine/core'
import { useState } from 'react'
import type { IncidentDetail, IncidentFind } from '#domain/contract/incident-shapes.ts'
import type { ExhibitRoute } from '#domain/incidents/exhibit.ts'
import type { Instant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { FilesUnderway, unsentSentence } from '#renderer/features/dossier/files-underway.ts'
import { ScanField } from '#renderer/features/dossier/scan-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { incidentScans } from './incident-file.ts'
import { readThing, ThingFields, type ThingDraft } from './thing-fields.tsx'
import { useIncidentAct } from './use-incident.ts'

const PHOTO = 'ảnh vật thu giữ'

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
  const [first] = useState<ThingDraft>(() => ({
    kind: null,
    substance: null,
    route: routeOf(incident, find),
    description: find?.what ?? '',
    quantity: amountOf(find),
    unit: 'piece',
  }))
  const [thing, setThing] = useState(first)
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
    const read = readThing(thing)
    const missing = {
      ...read.missing,
      ...(foundAt === null && { foundAt: 'Ghi ngày và giờ, ví dụ 22/11/2026 14:02.' }),
      ...(holder.trim() === '' && { holder: 'Ghi người đang giữ.' }),
    }
    saving.setErrors(missing)
    if (read.thing === null || foundAt === null || Object.keys(missing).length > 0) return
    const { sent, failed } = await files.settle()
    if (failed.length > 0) {
      saving.setErrors({ fileId: unsentSentence(failed) })
      return
    }
    await run({
      id: incident.id,
      exhibitId,
      ...read.thing,
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
      dirty={thing !== first}
      problem={saving.problem ?? errors['findId']}
    >
      <ThingFields
        thing={thing}
        onChange={setThing}
        errors={errors}
        hint={find !== null && `Lúc phát hiện ghi: ${find.quantity}.`}
      />
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
