import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CashBox } from '#domain/contract/ledger-shapes.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { HouseDocuments } from '#renderer/features/documents/house-documents.tsx'
import { AmountInput } from '#renderer/features/ledger/amount-input.tsx'
import { LedgerNav } from '#renderer/features/ledger/ledger-nav.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './ledger.module.css'

const MOST_COUNTED = 1_000_000_000_000

function differenceText(difference: number): string {
  if (difference === 0) return 'khớp'
  return `${difference < 0 ? 'thiếu' : 'thừa'} ${dongText(Math.abs(difference))}`
}

function CountForm({ box }: { box: CashBox }) {
  const queryClient = useQueryClient()
  const [id, setId] = useState(() => crypto.randomUUID())
  const [counted, setCounted] = useState<number | null>(null)
  const [explanation, setExplanation] = useState('')
  const [witness, setWitness] = useState('')
  const saving = useSave((input: Parameters<typeof hub.ledger.close>[0], key) =>
    hub.ledger.close(input, { context: { key } }),
  )
  const { errors } = saving
  const difference = counted === null ? null : counted - box.computed
  const isOff = difference !== null && difference !== 0

  async function save() {
    const found = {
      ...(counted === null && { counted: 'Đếm tiền trong quỹ rồi ghi số đếm được, kể cả 0.' }),
      ...(isOff && explanation.trim() === '' && { explanation: 'Ghi giải thích chênh lệch trước khi khóa.' }),
      ...(witness.trim() === '' && { witness: 'Ghi họ tên người cùng kiểm quỹ.' }),
    }
    saving.setErrors(found)
    if (counted === null || Object.keys(found).length > 0) return
    if (!(await saving.send({ id, computed: box.computed, counted, explanation, witness }))) return
    showNotice(`Đã khóa sổ quỹ: ${dongText(counted)}.`)
    setId(crypto.randomUUID())
    setCounted(null)
    setExplanation('')
    await queryClient.invalidateQueries({ queryKey: api.ledger.key() })
  }

  return (
    <DenseForm
      label="Kiểm và khóa sổ quỹ"
      saveLabel={counted === null ? 'Khóa sổ quỹ' : `Khóa sổ quỹ ${dongText(counted)}`}
      onSave={() => void save()}
      saving={saving.isSaving}
      dirty={counted !== null || explanation !== ''}
      problem={saving.problem}
    >
      <FormRow
        label="Tiền đếm được"
        required
        error={errors['counted']}
        hint={difference === null ? undefined : `So với sổ: ${differenceText(difference)}`}
      >
        {(control) => <AmountInput {...control} value={counted} onChange={setCounted} max={MOST_COUNTED} />}
      </FormRow>
      {isOff && (
        <TextRow
          label="Giải thích chênh lệch"
          required
          error={errors['explanation']}
          maxLength={400}
          value={explanation}
          onChange={setExplanation}
        />
      )}
      <TextRow
        label="Người cùng kiểm"
        required
        error={errors['witness']}
        maxLength={120}
        value={witness}
        onChange={setWitness}
      />
    </DenseForm>
  )
}

function BoxTable({ box }: { box: CashBox }) {
  return (
    <table className={classes.table}>
      <tbody>
        <tr>
          <td>Đầu kỳ{box.last && ` (khóa ${formatInstant(box.last.closedAt)})`}</td>
          <td data-number>{dongText(box.opening)}</td>
        </tr>
        <tr>
          <td>Thu từ khi khóa</td>
          <td data-number>{dongText(box.received)}</td>
        </tr>
        <tr>
          <td>Chi từ khi khóa</td>
          <td data-number>{dongText(box.paid)}</td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <td>Phải có trong quỹ</td>
          <td data-number>{dongText(box.computed)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Counts the cash box against the book and closes the day; the days closed before stand beside it. */
export function ClosePage() {
  const desk = useDesk()
  const position = useQuery(api.ledger.position.queryOptions({ input: {} }))
  const closes = useQuery(api.ledger.closes.queryOptions({ input: { limit: 60 } }))
  const mayEdit = desk?.permissions.includes('deposit.edit') ?? false
  const box = position.data?.box
  const error = position.error ?? closes.error
  return (
    <>
      <PageHeader
        title="Khóa sổ quỹ"
        note={
          box &&
          (box.isOverdue && box.since !== null ? (
            <ToneChip tone="late" text={`Chưa khóa từ ngày ${formatDay(box.since)}`} />
          ) : (
            'Đếm tiền cuối ngày, đối chiếu với sổ, hai người ký'
          ))
        }
        acts={
          <Button variant="default" onClick={() => window.print()}>
            In
          </Button>
        }
      />
      <LedgerNav />
      {error ? (
        <ErrorState title="Chưa mở được sổ quỹ" sentence={toHubError(error).message} />
      ) : box && closes.data ? (
        <div className={classes.columns}>
          <Panel title="Các lần khóa sổ" flush>
            {closes.data.closes.length === 0 ? (
              <EmptyState title="Chưa khóa sổ lần nào">Lần đầu tính từ khoản thu, chi đầu tiên.</EmptyState>
            ) : (
              <div className={classes.scroll}>
                <table className={classes.table}>
                  <thead>
                    <tr>
                      <th>Ngày</th>
                      <th data-number>Thu</th>
                      <th data-number>Chi</th>
                      <th data-number>Đếm được</th>
                      <th>Kết quả</th>
                      <th>Hai người kiểm</th>
                      <th>Biên bản</th>
                    </tr>
                  </thead>
                  <tbody>
                    {closes.data.closes.map((close) => (
                      <tr key={close.id}>
                        <td>{formatDay(close.day)}</td>
                        <td data-number>{dongText(close.received)}</td>
                        <td data-number>{dongText(close.paid)}</td>
                        <td data-number>{dongText(close.counted)}</td>
                        <td>
                          <ToneChip
                            tone={close.difference === 0 ? 'ok' : 'late'}
                            text={differenceText(close.difference)}
                            quiet={close.difference === 0}
                          />
                          {close.explanation !== null && (
                            <div className={classes.dim}>{close.explanation}</div>
                          )}
                        </td>
                        <td className={classes.dim}>
                          {close.closedBy}, {close.witness}
                        </td>
                        <td>
                          <HouseDocuments houseId={close.id} form="cash-check" name={formatDay(close.day)} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </Panel>
          <div className={classes.stack}>
            <Panel title="Quỹ tiền mặt lúc này" flush>
              <BoxTable box={box} />
            </Panel>
            {mayEdit && (
              <Panel title="Kiểm và khóa sổ">
                <CountForm box={box} />
              </Panel>
            )}
          </div>
        </div>
      ) : (
        <PagePending />
      )}
    </>
  )
}
