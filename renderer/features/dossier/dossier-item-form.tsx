import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierItem } from '#domain/contract/dossier.ts'
import { DOSSIER_STATE_LABELS } from '#domain/dossier/checklist.ts'
import { MISSING_REASON_LABELS, MISSING_REASONS } from '#domain/dossier/judge-dossier.ts'
import { PAPER_FIELD_LABELS, PAPER_FIELDS } from '#domain/dossier/paper-fields.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { FilesUnderway, unsentSentence } from '#renderer/features/dossier/files-underway.ts'
import { ScanField } from '#renderer/features/dossier/scan-field.tsx'
import { ScanLink } from '#renderer/features/dossier/scan-link.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { CodeSegments, OptionalCodeSelect } from '#ui/code-choice.tsx'
import { ConflictCard, type ConflictSide } from '#ui/conflict-card.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import {
  SET_STATES,
  isHere,
  boxesOfPaper,
  valuesOfPaper,
  fieldText,
  withTheirs,
  type TypedPaper,
} from './paper-boxes.ts'
import classes from './dossier.module.css'

/** One paper: that it came, that something is wrong with it, or by when it is awaited. */
export function DossierItemForm({ item, onDone }: { item: DossierItem; onDone: () => void }) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [start] = useState(() => boxesOfPaper(item))
  // What the editor began from: what comes in meanwhile must not pass as seen.
  const [base, setBase] = useState(() => ({ version: item.version, seen: valuesOfPaper(item) }))
  const [typed, setTyped] = useState(start)
  const [scanId, setScanId] = useState<string | null>(null)
  const [files] = useState(() => new FilesUnderway())
  const [isWaiting, setIsWaiting] = useState(false)
  const saving = useSave((input: Parameters<typeof hub.dossier.setItem>[0], key) =>
    hub.dossier.setItem(input, { context: { key } }),
  )
  const isAwaited = typed.state === 'missing' || typed.state === 'invalid'
  const { clash, errors } = saving
  const clashing = clash ? PAPER_FIELDS.filter((field) => field in clash.current) : []

  function put(change: Partial<TypedPaper>) {
    setTyped({ ...typed, ...change })
  }

  async function save(value: TypedPaper, from: typeof base) {
    const awaits = value.state === 'missing' || value.state === 'invalid'
    if (awaits && value.reason === null) {
      saving.setErrors({ reason: 'Chọn lý do chưa có giấy này.' })
      return
    }
    setIsWaiting(true)
    const { sent, failed } = await files.settle()
    setIsWaiting(false)
    if (isHere(value.state) && failed.length > 0) {
      saving.setErrors({ fileId: unsentSentence(failed) })
      return
    }
    const saved = await saving.send({
      id: item.id,
      ...value,
      ...from,
      fileId: isHere(value.state) ? (sent.get(item.title) ?? null) : null,
      reason: awaits ? value.reason : null,
      dueOn: awaits ? value.dueOn : null,
    })
    if (!saved) return
    showNotice(`Đã ghi: ${item.title}, ${DOSSIER_STATE_LABELS[value.state].toLowerCase()}.`)
    await queryClient.invalidateQueries({ queryKey: api.dossier.key() })
    onDone()
  }

  function resolve(choice: Readonly<Record<string, ConflictSide>>) {
    if (!clash?.version) return
    const theirs = clashing.map((field) => {
      const value = clash.current[field]
      return { field, value: typeof value === 'string' ? value : null }
    })
    const seen = { ...base.seen }
    let next = typed
    for (const { field, value } of theirs) {
      seen[field] = value
      if (choice[field] === 'theirs') next = withTheirs(next, field, value)
    }
    const from = { version: clash.version, seen }
    setBase(from)
    setTyped(next)
    void save(next, from)
  }

  return (
    <>
      {clash && (
        <div className={classes.clash}>
          <ConflictCard
            changedBy={clash.changedBy}
            changedAt={clash.changedAt ?? item.updatedAt}
            fields={clashing.map((field) => ({
              field,
              label: PAPER_FIELD_LABELS[field],
              mine: fieldText(field, typed[field]),
              theirs: fieldText(field, clash.current[field]),
            }))}
            onResolve={resolve}
            onCancel={saving.dismissClash}
            busy={saving.isSaving}
          />
        </div>
      )}
      <DenseForm
        label={item.title}
        saveLabel="Lưu giấy tờ"
        onSave={() => void save(typed, base)}
        saving={saving.isSaving || isWaiting}
        onLeave={onDone}
        dirty={scanId !== null || JSON.stringify(typed) !== JSON.stringify(start)}
        problem={saving.problem}
      >
        <FormRow label="Tình trạng" required error={errors['state']}>
          {() => (
            <CodeSegments
              label="Tình trạng"
              codes={SET_STATES}
              labels={DOSSIER_STATE_LABELS}
              value={typed.state}
              onChange={(value) => put({ state: value })}
            />
          )}
        </FormRow>
        {isHere(typed.state) && (
          <>
            <FormRow label="Số văn bản" error={errors['number']}>
              {(control) => (
                <TextInput
                  {...control}
                  // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a button of the same row
                  autoFocus
                  maxLength={80}
                  value={typed.number}
                  onChange={(event) => put({ number: event.currentTarget.value })}
                  w={260}
                />
              )}
            </FormRow>
            <FormRow label="Ngày ban hành" error={errors['issuedOn']}>
              {(control) => (
                <DayField
                  {...control}
                  today={today}
                  value={typed.issuedOn}
                  onChange={(issuedOn) => put({ issuedOn })}
                />
              )}
            </FormRow>
            <TextRow
              label="Nơi ban hành"
              error={errors['issuer']}
              maxLength={200}
              value={typed.issuer}
              onChange={(issuer) => put({ issuer })}
            />
            <FormRow
              label="Bản chụp"
              error={errors['fileId']}
              hint="Tệp PDF hoặc ảnh, không quá 8 MB. Bản chụp được lưu khi lưu giấy tờ."
            >
              {({ id }) => (
                <>
                  <ScanField
                    id={id}
                    fileId={scanId}
                    hasScan={item.hasScan}
                    onSent={setScanId}
                    onSending={(sending) => files.follow(item.title, sending)}
                  />
                  {item.hasScan && (
                    <>
                      {' '}
                      <ScanLink
                        itemId={item.id}
                        title={item.title}
                        version={item.version}
                        text="Đã có bản chụp – mở"
                      />
                    </>
                  )}
                </>
              )}
            </FormRow>
          </>
        )}
        {isAwaited && (
          <>
            <FormRow label="Lý do chưa có" required error={errors['reason']}>
              {(control) => (
                <OptionalCodeSelect
                  {...control}
                  placeholder="Chọn"
                  codes={MISSING_REASONS}
                  labels={MISSING_REASON_LABELS}
                  value={typed.reason}
                  onChange={(value) => put({ reason: value })}
                  maw={320}
                />
              )}
            </FormRow>
            <FormRow
              label="Hạn bổ sung"
              error={errors['dueOn']}
              hint="Để trống thì lấy hạn của cơ sở đặt cho giấy tờ còn thiếu."
            >
              {(control) => (
                <DayField
                  {...control}
                  today={today}
                  value={typed.dueOn}
                  onChange={(dueOn) => put({ dueOn })}
                />
              )}
            </FormRow>
          </>
        )}
        <TextRow
          label="Ghi chú"
          error={errors['note']}
          hint={
            typed.state === 'not-needed' && item.isRequired
              ? 'Giấy này bắt buộc theo quy định; ghi vì sao người này không cần.'
              : undefined
          }
          maxLength={300}
          value={typed.note}
          onChange={(note) => put({ note })}
        />
      </DenseForm>
    </>
  )
}
