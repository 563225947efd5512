import { NumberInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { PersonVisitor } from '#domain/contract/visit-shapes.ts'
import { readCardScan, type CardScan } from '#domain/identity/card-scan.ts'
import { IDENTITY_KINDS, IDENTITY_KIND_LABELS, type IdentityKind } from '#domain/identity/identity-kinds.ts'
import { RELATION_LABELS, RELATIONS, type Relation } from '#domain/information-sheet/personal-lists.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { CardNotice } from '#renderer/features/intake/card-notice.tsx'
import { ScanCatcher } from '#renderer/features/intake/scan-catcher.ts'
import { CodeSelect, OptionalCodeSelect } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import classes from './visits.module.css'

/** What the form begins with: a visitor to change, a relative of the dossier, or nothing. */
export type VisitorStart =
  | { from: 'new' }
  | { from: 'visitor'; visitor: PersonVisitor }
  | {
      from: 'relative'
      relative: {
        id: string
        name: string
        relation: Relation
        birthYear: number | null
        phone: string | null
        address: string | null
      }
    }

interface Typed {
  name: string
  birthYear: number | null
  relation: Relation
  paperKind: IdentityKind | null
  paperNumber: string
  phone: string
  address: string
  proof: string
}

function typedOf(start: VisitorStart): Typed {
  const empty = { paperKind: 'citizen-card' as const, paperNumber: '', proof: '' }
  switch (start.from) {
    case 'new':
      return { ...empty, name: '', birthYear: null, relation: 'mother', phone: '', address: '' }
    case 'relative': {
      const { name, relation, birthYear, phone, address } = start.relative
      return { ...empty, name, relation, birthYear, phone: phone ?? '', address: address ?? '' }
    }
    case 'visitor': {
      const { name, relation, birthYear, phone, address, paperKind, paperNumber, proof } = start.visitor
      return {
        name,
        relation,
        birthYear,
        phone: phone ?? '',
        address: address ?? '',
        paperKind: paperKind ?? 'citizen-card',
        paperNumber: paperNumber ?? '',
        proof: proof ?? '',
      }
    }
  }
}

/** Takes down one who visits: by the card's QR or by hand, with the kinship and what shows it. */
export function VisitorForm({
  personId,
  start,
  onDone,
}: {
  personId: string
  start: VisitorStart
  onDone: (visitorId: string | null) => void
}) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const sinkRef = useRef<HTMLTextAreaElement>(null)
  const [newId] = useState(() => crypto.randomUUID())
  const [first] = useState(() => typedOf(start))
  const [typed, setTyped] = useState(first)
  const [scan, setScan] = useState<Exclude<CardScan, { kind: 'other' }> | null>(null)
  const put = (change: Partial<Typed>) => setTyped((now) => ({ ...now, ...change }))
  const [savedId, setSavedId] = useState<string | null>(null)
  const saving = useSave(async (input: Parameters<typeof hub.visits.saveVisitor>[0], key) => {
    const { id } = await hub.visits.saveVisitor(input, { context: { key } })
    setSavedId(id)
    return id
  })
  const { errors } = saving

  const onBurst = useEffectEvent((texts: readonly string[]): boolean => {
    const read = texts.map((text) => readCardScan(text, today))
    const best = read.find(({ kind }) => kind === 'card') ?? read.find(({ kind }) => kind === 'mangled')
    if (!best || best.kind === 'other') return false
    setScan(best)
    if (best.kind === 'card') {
      const { card } = best
      put({
        paperKind: 'citizen-card',
        paperNumber: card.citizenId,
        ...(card.name === undefined ? {} : { name: card.name }),
        ...(card.birthOn === undefined ? {} : { birthYear: Number(card.birthOn.slice(0, 4)) }),
        ...(card.address === undefined ? {} : { address: card.address }),
      })
    }
    return true
  })
  useEffect(() => {
    const sink = sinkRef.current
    return sink ? new ScanCatcher({ sink, onBurst: (texts) => onBurst(texts) }).start() : undefined
  }, [])

  useEffect(() => {
    if (savedId !== null) onDone(savedId)
  }, [savedId, onDone])

  async function save() {
    const hasNumber = typed.paperNumber.trim() !== ''
    const isSaved = await saving.send({
      id: start.from === 'visitor' ? start.visitor.id : newId,
      version: start.from === 'visitor' ? start.visitor.version : null,
      name: typed.name,
      birthYear: typed.birthYear,
      phone: typed.phone,
      address: typed.address,
      paperKind: hasNumber ? typed.paperKind : null,
      paperNumber: hasNumber ? typed.paperNumber : null,
      tie: {
        personId,
        relation: typed.relation,
        relativeId: start.from === 'relative' ? start.relative.id : null,
        proof: typed.proof,
      },
    })
    if (!isSaved) return
    showNotice(`Đã ghi ${typed.name} vào sổ người thăm.`)
    await queryClient.invalidateQueries({ queryKey: api.visits.key() })
  }

  return (
    <>
      <textarea ref={sinkRef} className={classes.sink} tabIndex={-1} aria-hidden readOnly />
      {scan ? (
        <CardNotice scan={scan} onClose={() => setScan(null)} />
      ) : (
        <p className={classes.note}>Quét mã QR trên thẻ căn cước để điền, hoặc gõ.</p>
      )}
      <DenseForm
        label="Người thăm"
        saveLabel="Ghi người thăm"
        onSave={() => void save()}
        saving={saving.isSaving}
        onLeave={() => onDone(null)}
        dirty={JSON.stringify(typed) !== JSON.stringify(first)}
        problem={saving.clash ? 'Máy khác vừa sửa người này. Đóng ô này và mở lại để xem.' : saving.problem}
      >
        <TextRow
          label="Họ và tên"
          required
          error={errors['name']}
          isFirst
          maxLength={120}
          value={typed.name}
          onChange={(name) => put({ name })}
        />
        <FormRow label="Quan hệ" required>
          {(control) => (
            <CodeSelect
              {...control}
              w={220}
              codes={RELATIONS}
              labels={RELATION_LABELS}
              value={typed.relation}
              onChange={(value) => put({ relation: value })}
            />
          )}
        </FormRow>
        <FormRow label="Loại giấy tờ">
          {(control) => (
            <OptionalCodeSelect
              {...control}
              w={220}
              allowDeselect={false}
              codes={IDENTITY_KINDS}
              labels={IDENTITY_KIND_LABELS}
              value={typed.paperKind}
              onChange={(value) => put({ paperKind: value })}
            />
          )}
        </FormRow>
        <TextRow
          label="Số giấy tờ"
          error={errors['paperNumber']}
          w={220}
          maxLength={40}
          value={typed.paperNumber}
          onChange={(paperNumber) => put({ paperNumber })}
        />
        <TextRow
          label="Chứng minh quan hệ"
          error={errors['tie.proof']}
          hint={
            start.from === 'relative'
              ? 'Có tên trong hồ sơ của học viên; không cần giấy tờ thêm.'
              : 'Giấy tờ đã xem: giấy khai sinh, đăng ký kết hôn, xác nhận cư trú…'
          }
          maxLength={200}
          value={typed.proof}
          onChange={(proof) => put({ proof })}
        />
        <FormRow label="Năm sinh" error={errors['birthYear']}>
          {(control) => (
            <NumberInput
              {...control}
              w={120}
              hideControls
              allowDecimal={false}
              allowNegative={false}
              value={typed.birthYear ?? ''}
              onChange={(value) => put({ birthYear: value === '' ? null : Number(value) })}
            />
          )}
        </FormRow>
        <TextRow
          label="Điện thoại"
          w={220}
          maxLength={30}
          inputMode="tel"
          value={typed.phone}
          onChange={(phone) => put({ phone })}
        />
        <TextRow
          label="Chỗ ở"
          maxLength={300}
          value={typed.address}
          onChange={(address) => put({ address })}
        />
      </DenseForm>
    </>
  )
}
