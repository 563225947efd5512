import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { informationSheetSchema, type InformationSheet } from '#domain/information-sheet/information-sheet.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { SheetFields } from '#renderer/features/dossier/sheet-fields.tsx'
import { SHEET_FIELD_LABELS, sheetText, type SheetField } from '#renderer/features/dossier/sheet-words.ts'
import { useSave, type Clash } from '#renderer/features/dossier/use-save.ts'
import type { DraftOf } from '#renderer/features/people/use-draft.ts'
import { ConflictCard, type ConflictSide } from '#ui/conflict-card.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import classes from './dossier.module.css'

/** What is kept of an unfinished sheet. */
export type SheetDraft = { version: number | null; body: Record<string, unknown> }

/** Reads a kept draft; null when it is none any more. */
export function readSheetDraft(kept: Record<string, unknown>): SheetDraft | null {
  const { version, body } = kept
  const read = informationSheetSchema.safeParse(body)
  if (!read.success || (typeof version !== 'number' && version !== null)) return null
  return { version, body: read.data }
}

export interface SheetFormProps {
  stayId: string
  version: number | null
  body: InformationSheet
  draft: DraftOf<SheetDraft>
  onDone: () => void
}

const FIELDS = Object.keys(SHEET_FIELD_LABELS) as SheetField[]

function theirsOf(clash: Clash): InformationSheet | null {
  const read = informationSheetSchema.safeParse(clash.current)
  return read.success ? read.data : null
}

/** Sentences by field: those of one line of a list stand under the list. */
function errorsByField(errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(errors).map(([path, text]) => [path.replace(/^body\./, '').split('.')[0] ?? path, text]),
  )
}

/** Writes the information sheet; keeps a draft as it is typed, and shows both where somebody else wrote meanwhile. */
export function SheetForm({ stayId, version, body, draft, onDone }: SheetFormProps) {
  const queryClient = useQueryClient()
  const kept = draft.found?.value ?? null
  const [id] = useState(() => crypto.randomUUID())
  const [base] = useState(body)
  const [from] = useState(kept ? kept.version : version)
  const [typed, setTyped] = useState<InformationSheet>(() =>
    kept ? informationSheetSchema.parse(kept.body) : body,
  )
  const saving = useSave((input: { version: number | null; body: InformationSheet }, key) =>
    hub.dossier.saveSheet({ id, stayId, ...input }, { context: { key } }),
  )
  const now = useHubNow()
  const { clash } = saving
  const theirs = clash && theirsOf(clash)
  const clashing = theirs
    ? FIELDS.filter((field) => sheetText(typed, field) !== sheetText(theirs, field))
    : []

  function change(next: InformationSheet) {
    setTyped(next)
    draft.keep({ version: from, body: { ...next } })
  }

  function leave() {
    draft.discard()
    onDone()
  }

  async function save(value: InformationSheet, over: number | null) {
    const read = informationSheetSchema.safeParse(value)
    if (!read.success) {
      const found = read.error.issues.map((issue) => [issue.path.join('.'), issue.message])
      saving.setErrors(Object.fromEntries(found))
      return
    }
    if (!(await saving.send({ version: over, body: read.data }))) return
    showNotice('Đã lưu phiếu thông tin.')
    await queryClient.invalidateQueries({ queryKey: api.dossier.key() })
    await queryClient.invalidateQueries({ queryKey: api.intake.record.key() })
    leave()
  }

  function resolve(choice: Readonly<Record<string, ConflictSide>>) {
    if (!clash || !theirs) return
    const chosen = clashing.filter((field) => choice[field] === 'theirs')
    const next = { ...typed, ...Object.fromEntries(chosen.map((field) => [field, theirs[field]])) }
    setTyped(next)
    void save(next, clash.version)
  }

  return (
    <>
      {clash && theirs && (
        <div className={classes.clash}>
          <ConflictCard
            changedBy={clash.changedBy}
            changedAt={clash.changedAt ?? now}
            fields={clashing.map((field) => ({
              field,
              label: SHEET_FIELD_LABELS[field],
              mine: sheetText(typed, field),
              theirs: sheetText(theirs, field),
            }))}
            onResolve={resolve}
            onCancel={saving.dismissClash}
            busy={saving.isSaving}
          />
        </div>
      )}
      {kept && draft.found?.savedAt && (
        <p className={classes.dim}>
          Đang tiếp tục bản nháp bạn để lại lúc {formatInstant(draft.found.savedAt)}.
        </p>
      )}
      <DenseForm
        label="Phiếu thông tin"
        saveLabel="Lưu phiếu thông tin"
        onSave={() => void save(typed, from)}
        saving={saving.isSaving}
        onLeave={leave}
        dirty={JSON.stringify(typed) !== JSON.stringify(base)}
        draft={draft.status}
        problem={saving.problem}
      >
        <SheetFields value={typed} onChange={change} errors={errorsByField(saving.errors)} />
      </DenseForm>
    </>
  )
}
