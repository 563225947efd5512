import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PersonFile, PersonStay } from '#domain/contract/person-shapes.ts'
import { CUSTODY_EVENT_LABELS } from '#domain/custody/event-kinds.ts'
import { IDENTITY_KIND_LABELS } from '#domain/identity/identity-kinds.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { usePhotoOf } from '#renderer/features/dossier/person-photo.ts'
import {
  MERGED_FIELDS,
  mergedFieldLabel,
  mergedFieldText,
  sideOf,
  type MergeChoice,
  type MergedField,
} from '#renderer/features/merging/merge-choice.ts'
import { PersonPhoto } from '#ui/person-photo.tsx'
import classes from './merging.module.css'

export interface CompareTableProps {
  kept: PersonFile
  merged: PersonFile
  choice: MergeChoice
  onChoose: (choice: MergeChoice) => void
}

function stayText(stay: PersonStay): string {
  const from = stay.receivedAt === null ? 'chưa tiếp nhận' : formatDay(dayOf(stay.receivedAt))
  const end =
    stay.endedAt === null
      ? 'đến nay'
      : `${stay.endedKind === null ? 'kết thúc' : CUSTODY_EVENT_LABELS[stay.endedKind].toLowerCase()} ${formatDay(dayOf(stay.endedAt))}`
  const bed = stay.bedCode === null ? '' : `, giường ${stay.bedCode}`
  return `Lần ${stay.ordinal}, ${TRACK_LABELS[stay.track].toLowerCase()}: ${from} – ${end}${bed}`
}

/** Everything that goes along, by row: its texts on one side. */
const MOVING: readonly { label: string; of: (file: PersonFile) => string[] }[] = [
  {
    label: 'Giấy tờ tùy thân',
    of: ({ papers }) => papers.map((paper) => `${IDENTITY_KIND_LABELS[paper.kind]} ${paper.number}`),
  },
  {
    label: 'Địa chỉ',
    of: ({ addresses }) =>
      addresses
        .filter(({ supersededAt }) => supersededAt === null)
        .map(({ printed, detail }) => printed ?? detail ?? ''),
  },
  { label: 'Đợt cai nghiện', of: ({ stays }) => stays.map(stayText) },
]

/** Two records, row by row: of a field one value stays, of everything else both. */
export function CompareTable({ kept, merged, choice, onChoose }: CompareTableProps) {
  const files = { kept, merged }
  return (
    <table className={classes.table}>
      <colgroup>
        <col />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th>
            <VisuallyHidden>Mục</VisuallyHidden>
          </th>
          <th>
            <Head file={kept} note="hồ sơ được giữ" />
          </th>
          <th>
            <Head file={merged} note="hồ sơ được gộp vào" />
          </th>
        </tr>
      </thead>
      <tbody>
        {MERGED_FIELDS.map((field) => (
          <FieldRow
            key={field}
            field={field}
            files={files}
            choice={choice}
            onChoose={(side) => onChoose({ ...choice, [field]: side })}
          />
        ))}
        {MOVING.map(({ label, of }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <Lines texts={of(kept)}>không có</Lines>
            </td>
            <td>
              <Lines texts={of(merged)}>không có gì để chuyển</Lines>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ file, note }: { file: PersonFile; note: string }) {
  const photo = usePhotoOf(file.stays[0]?.id)
  return (
    <span className={classes.head}>
      <PersonPhoto fullName={file.name} photoUrl={photo} size={40} />
      <span>
        {file.name}
        <span className={classes.dim} style={{ display: 'block' }}>
          {note}
        </span>
      </span>
    </span>
  )
}

function Lines({ texts, children }: { texts: readonly string[]; children: ReactNode }) {
  if (texts.length === 0) return <span className={classes.dim}>{children}</span>
  return (
    <ul className={classes.lines}>
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

interface FieldRowProps {
  field: MergedField
  files: { kept: PersonFile; merged: PersonFile }
  choice: MergeChoice
  onChoose: (side: 'kept' | 'merged') => void
}

function FieldRow({ field, files, choice, onChoose }: FieldRowProps) {
  const label = mergedFieldLabel(field)
  const texts = { kept: mergedFieldText(files.kept, field), merged: mergedFieldText(files.merged, field) }
  if (texts.kept === texts.merged) {
    if (texts.kept === '') return null
    return (
      <tr>
        <th scope="row">{label}</th>
        <td colSpan={2}>
          {texts.kept} <span className={classes.dim}>· giống nhau</span>
        </td>
      </tr>
    )
  }
  const chosen = sideOf(field, choice, files)
  return (
    <tr>
      <th scope="row">{label}</th>
      {(['kept', 'merged'] as const).map((side) => (
        <td key={side}>
          <label className={classes.side} data-off={chosen !== side || undefined}>
            <input
              type="radio"
              name={`merge-${field}`}
              checked={chosen === side}
              onChange={() => onChoose(side)}
              aria-label={`${label}: ${texts[side] || 'để trống'}`}
            />
            {texts[side] || 'để trống'}
          </label>
        </td>
      ))}
    </tr>
  )
}
