import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { insertItem, listItems, updateItem } from '#db/queries/ledger/canteen.ts'
import type { CanteenItem } from '#domain/contract/ledger-shapes.ts'
import { AppError } from '#domain/errors.ts'
import type { WriteContext } from '../use-case.ts'

/** What the canteen sells, and what it no longer sells at the end. */
export function itemLines(db: ReadDb): CanteenItem[] {
  return listItems(db)
    .map(({ id, name, price, retired_at: retiredAt, version }) => ({
      id,
      name,
      price,
      isRetired: retiredAt !== null,
      version,
    }))
    .toSorted((a, b) => Number(a.isRetired) - Number(b.isRetired))
}

/** Adds an item or changes its name, price, or whether it is sold. @throws AppError `conflict` */
export function setItem(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; name: string; price: number; isRetired: boolean; version: number | null },
): CanteenItem[] {
  const { id, name, price, isRetired, version } = input
  const retiredAt = isRetired ? context.now : null
  if (version === null) {
    insertItem(db, { id, name, price, sort: listItems(db).length, retired_at: retiredAt, version: 1 })
  } else if (!updateItem(db, { id, version, name, price, retired_at: retiredAt })) {
    throw new AppError('conflict', 'Người khác vừa sửa mặt hàng này. Tải lại để xem giá mới.')
  }
  context.audit({
    action: 'canteen.item-set',
    subject: { kind: 'canteen-item', id },
    facts: { name, price, isRetired },
  })
  context.changed('deposit', id)
  return itemLines(db)
}
