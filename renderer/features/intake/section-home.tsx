import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconMapPin, IconMapQuestion } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CommuneChoice } from '#domain/contract/intake.ts'
import { ADDRESS_KIND_LABELS, type AddressKind } from '#domain/people/person-fields.ts'
import { api } from '#renderer/api/client.ts'
import { emptyAddress, type AddressRow } from '#renderer/features/intake/intake-form.ts'
import { CardMark } from '#renderer/features/intake/intake-rows.tsx'
import { IntakeSection } from '#renderer/features/intake/intake-section.tsx'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { FormRow } from '#ui/form-row.tsx'
import classes from './intake.module.css'

const KINDS: readonly AddressKind[] = ['permanent', 'current', 'after-release']

/** Where the person lives and goes home to, in communes of today; what was written is kept. */
export function HomeSection() {
  return (
    <IntakeSection
      step="home"
      number={5}
      title="Nơi cư trú"
      aside={<span className={classes.dim}>Gõ xã, huyện cũ hoặc xã mới; nguyên văn được giữ.</span>}
    >
      {KINDS.map((kind) => (
        <AddressField key={kind} kind={kind} />
      ))}
    </IntakeSection>
  )
}

/** What stands before the last comma is house and hamlet; communes are looked for in what follows. */
function communeWords(text: string): string {
  return text.split(',').slice(-3).join(',').trim()
}

function AddressField({ kind }: { kind: AddressKind }) {
  const store = useIntakeStore()
  const kept = useIntake((form) => form.addresses.find((row) => row.kind === kind))
  const row = kept ?? BLANK[kind]
  const problem = useProblem(`addresses.${row.id}.communeCode`)
  const [settled] = useDebouncedValue(row.text.trim(), 200)
  const isOpen = row.communeCode === null && settled.length >= 3
  const read = useQuery(
    api.intake.understandAddress.queryOptions({
      input: { text: settled },
      enabled: isOpen,
      staleTime: Infinity,
    }),
  )
  const suggestions = useQuery(
    api.intake.suggestCommunes.queryOptions({
      input: { text: communeWords(settled).slice(0, 120), limit: 8 },
      enabled: isOpen,
      placeholderData: keepPreviousData,
      staleTime: Infinity,
    }),
  )

  function change(patch: Partial<AddressRow>) {
    const { addresses } = store.form()
    const now = addresses.find((one) => one.kind === kind) ?? emptyAddress(kind)
    store.set({ addresses: [...addresses.filter((one) => one.kind !== kind), { ...now, ...patch }] })
    store.forget(`addresses.${now.id}`)
  }

  function type(text: string) {
    const { fromCard } = store.form()
    change({ text, communeCode: null, provinceCode: null, label: '', detail: '' })
    if (kind === 'permanent' && fromCard.includes('address'))
      store.set({ fromCard: fromCard.filter((mark) => mark !== 'address') })
  }

  // One commune alone is possible: taken, and shown so that it can be seen and changed.
  const understood = read.data
  useEffect(() => {
    if (!isOpen || understood?.confidence !== 'commune' || understood.communeCode === null) return
    const { addresses } = store.form()
    const now = addresses.find((one) => one.kind === kind)
    if (!now || now.text.trim() !== settled || now.communeCode !== null) return
    store.set({
      addresses: addresses.map((one) =>
        one.kind === kind
          ? {
              ...one,
              communeCode: understood.communeCode,
              provinceCode: understood.provinceCode,
              label: understood.understoodAs ?? '',
              detail: understood.detail,
            }
          : one,
      ),
    })
  }, [isOpen, understood, settled, kind, store])

  const choices = new Map<string, CommuneChoice>()
  for (const choice of [...(understood?.candidates ?? []), ...(suggestions.data?.communes ?? [])]) {
    if (isOpen) choices.set(choiceText(choice), choice)
  }
  return (
    <div className={classes.address}>
      <FormRow label={ADDRESS_KIND_LABELS[kind]} error={problem}>
        {(control) => (
          <span className={classes.marked}>
            <Autocomplete
              {...control}
              value={row.text}
              flex={1}
              maxLength={400}
              autoComplete="off"
              placeholder="Thôn Nà Mỏ, xã Mai Pha, TP Lạng Sơn"
              data={[...choices.keys()]}
              filter={({ options }) => options}
              onChange={(text) => {
                const choice = choices.get(text)
                if (!choice) {
                  type(text)
                  return
                }
                change({
                  communeCode: choice.code,
                  provinceCode: choice.provinceCode,
                  label: choice.label,
                  detail: understood?.detail ?? '',
                })
              }}
            />
            {kind === 'permanent' && <CardMark mark="address" />}
          </span>
        )}
      </FormRow>
      <output className={classes.understood} data-known={row.communeCode !== null || undefined}>
        {row.communeCode !== null ? (
          <>
            <IconMapPin size={14} stroke={1.75} aria-hidden /> Nay là {row.label}
            {row.detail !== '' && ` · ${row.detail}`}
          </>
        ) : (
          isOpen &&
          understood && (
            <>
              <IconMapQuestion size={14} stroke={1.75} aria-hidden />
              {understood.confidence === 'candidates'
                ? `${understood.candidates.length} xã có thể đúng, chọn trong danh sách.`
                : choices.size > 0
                  ? 'Chọn xã trong danh sách gợi ý.'
                  : understood.confidence === 'province'
                    ? 'Mới rõ tỉnh. Gõ thêm tên xã hoặc chọn trong danh sách.'
                    : 'Chưa hiểu địa chỉ này. Gõ tên xã, huyện, tỉnh; nguyên văn vẫn được lưu.'}
            </>
          )
        )}
      </output>
    </div>
  )
}

const BLANK: Record<AddressKind, AddressRow> = {
  permanent: emptyAddress('permanent'),
  current: emptyAddress('current'),
  'after-release': emptyAddress('after-release'),
}

function choiceText({ label, via }: CommuneChoice): string {
  return via === null ? label : `${label} (trước là ${via})`
}
