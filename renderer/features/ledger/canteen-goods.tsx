import { Button, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CanteenItem } from '#domain/contract/ledger-shapes.ts'
import { api, hub } from '#renderer/api/client.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { AmountInput } from '#renderer/features/ledger/amount-input.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './ledger.module.css'

function ItemForm({ item, onDone }: { item: CanteenItem | null; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [id] = useState(() => item?.id ?? crypto.randomUUID())
  const [name, setName] = useState(item?.name ?? '')
  const [price, setPrice] = useState<number | null>(item?.price ?? null)
  const saving = useSave((input: Parameters<typeof hub.ledger.setItem>[0], key) =>
    hub.ledger.setItem(input, { context: { key } }),
  )
  async function save(isRetired: boolean) {
    const found = {
      ...(name.trim() === '' && { name: 'Ghi tên hàng.' }),
      ...(!price && { price: 'Ghi giá bán.' }),
    }
    saving.setErrors(found)
    if (!price || Object.keys(found).length > 0) return
    if (!(await saving.send({ id, name, price, isRetired, version: item?.version ?? null }))) return
    await queryClient.invalidateQueries({ queryKey: api.ledger.key() })
    onDone()
  }
  return (
    <DenseForm
      label={item ? `Sửa ${item.name}` : 'Thêm mặt hàng'}
      saveLabel="Lưu mặt hàng"
      onSave={() => void save(false)}
      saving={saving.isSaving}
      onLeave={onDone}
      problem={saving.problem}
    >
      <FormRow label="Tên hàng" required error={saving.errors['name']}>
        {(control) => (
          <TextInput
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a button of the same panel
            autoFocus
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Giá" required error={saving.errors['price']}>
        {(control) => <AmountInput {...control} value={price} onChange={setPrice} />}
      </FormRow>
      {item && !item.isRetired && (
        <Button variant="default" size="compact-sm" onClick={() => void save(true)}>
          Ngừng bán {item.name}
        </Button>
      )}
    </DenseForm>
  )
}

/** What the canteen sells, with prices. */
export function CanteenGoods({ mayEdit }: { mayEdit: boolean }) {
  const goods = useQuery(api.ledger.items.queryOptions({ input: {} }))
  const [editing, setEditing] = useState<CanteenItem | 'new' | null>(null)
  const items = goods.data?.items ?? []
  return (
    <Panel
      title="Hàng bán"
      flush
      aside={
        mayEdit &&
        editing === null && (
          <Button size="compact-sm" variant="default" onClick={() => setEditing('new')}>
            Thêm mặt hàng
          </Button>
        )
      }
    >
      {editing !== null && (
        <div style={{ padding: 12 }}>
          <ItemForm
            key={editing === 'new' ? 'new' : editing.id}
            item={editing === 'new' ? null : editing}
            onDone={() => setEditing(null)}
          />
        </div>
      )}
      {goods.isSuccess && items.length === 0 && editing === null && (
        <EmptyState title="Chưa ghi mặt hàng nào">
          Có thể ghi thẳng số tiền; thêm hàng và giá để chọn nhanh.
        </EmptyState>
      )}
      {items.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>Hàng</th>
              <th data-number>Giá</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td>
                  {mayEdit ? (
                    <Button size="compact-sm" variant="subtle" onClick={() => setEditing(item)}>
                      {item.name}
                    </Button>
                  ) : (
                    item.name
                  )}{' '}
                  {item.isRetired && <ToneChip tone="ended" text="ngừng bán" quiet />}
                </td>
                <td data-number>{dongText(item.price)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
