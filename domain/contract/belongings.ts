import { z } from 'zod'
import { BAG_STATES } from '../deposit/bag-events.ts'
import { COUNT_FINDINGS } from '../deposit/shelf-count.ts'
import { BIRTH_PRECISIONS } from '../people/sex.ts'
import { plainText } from '../text/plain-text.ts'
import { pageOf } from './answers.ts'
import { idField, lineField, optionalLine, pageFields } from './fields.ts'
import { route } from './route.ts'

const bagFilter = {
  states: z.array(z.enum(BAG_STATES)).max(BAG_STATES.length).default([]),
  shelfId: idField.nullable().default(null),
  /** Part of a seal's number or of a name. */
  words: z.string().overwrite(plainText).trim().max(120).default(''),
}
const bagFilterShape = z.strictObject(bagFilter)
export type BagFilter = z.infer<typeof bagFilterShape>

const bagLineShape = z.object({
  id: z.string(),
  stayId: z.string(),
  personId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  sealNumber: z.string(),
  state: z.enum(BAG_STATES),
  shelfId: z.string().nullable(),
  /** `Kho 1 – Kệ A – Ô 03`, or the words written when it was sealed. */
  place: z.string().nullable(),
  things: z.string().nullable(),
  sealedAt: z.string(),
  endedAt: z.string().nullable(),
  endOn: z.string().nullable(),
  /** First day on which it may be disposed of; null while its owner is here. */
  disposableFrom: z.string().nullable(),
})
export type BagLine = z.infer<typeof bagLineShape>

const shelfShape = z.object({
  id: z.string(),
  store: z.string(),
  rack: z.string(),
  cell: z.string(),
  text: z.string(),
  isClosed: z.boolean(),
  bags: z.number(),
  countedAt: z.string().nullable(),
})
export type Shelf = z.infer<typeof shelfShape>

const countShape = z.object({
  id: z.string(),
  shelf: z.string(),
  expected: z.number(),
  found: z.number(),
  note: z.string().nullable(),
  witness: z.string(),
  countedAt: z.string(),
  countedBy: z.string(),
  findings: z.array(z.object({ bagId: z.string(), sealNumber: z.string(), finding: z.enum(COUNT_FINDINGS) })),
})
export type ShelfCount = z.infer<typeof countShape>

export const belongingsContract = {
  bags: route({ access: 'deposit.read', kind: 'read', summary: 'A page of sealed bags, by seal' })
    .input(z.strictObject({ ...bagFilter, ...pageFields(500, 100) }))
    .output(pageOf(bagLineShape)),
  count: route({ access: 'deposit.read', kind: 'read', summary: 'How many bags a filter holds' })
    .input(bagFilterShape)
    .output(z.object({ bags: z.number() })),
  labels: route({ access: 'deposit.read', kind: 'read', summary: 'The chosen bags, for their labels' })
    .input(z.strictObject({ bagIds: z.array(idField).min(1).max(200) }))
    .output(z.object({ bags: z.array(bagLineShape) })),
  shelves: route({ access: 'deposit.read', kind: 'read', summary: 'Every cell of the store' })
    .input(z.strictObject({}))
    .output(z.object({ shelves: z.array(shelfShape) })),
  addShelves: route({ access: 'deposit.edit', kind: 'write', summary: 'Add the cells of a rack' })
    .input(
      z.strictObject({
        store: lineField(40, 'Kho'),
        rack: lineField(20, 'Kệ'),
        cells: z
          .array(z.strictObject({ id: idField, cell: lineField(20, 'Ô') }))
          .min(1)
          .max(60),
      }),
    )
    .output(z.object({ shelves: z.array(shelfShape) })),
  closeShelf: route({
    access: 'deposit.edit',
    kind: 'write',
    summary: 'Use a cell no more; it must be empty',
  })
    .input(z.strictObject({ id: idField }))
    .output(z.object({ shelves: z.array(shelfShape) })),
  place: route({ access: 'deposit.edit', kind: 'write', summary: 'Put bags into a cell' })
    .input(z.strictObject({ shelfId: idField, bagIds: z.array(idField).min(1).max(200) }))
    .output(z.object({ placed: z.number() })),
  changeSeal: route({
    access: 'deposit.edit',
    kind: 'write',
    summary: 'A bag was opened before two people and sealed anew',
  })
    .input(
      z.strictObject({
        id: idField,
        bagId: idField,
        newSeal: lineField(40, 'Số niêm phong mới'),
        reason: lineField(300, 'Lý do mở túi'),
        witness: lineField(120, 'Người cùng mở'),
      }),
    )
    .output(z.object({ sealNumber: z.string() })),
  recordCount: route({ access: 'deposit.edit', kind: 'write', summary: 'Count a cell against the list' })
    .input(
      z.strictObject({
        id: idField,
        shelfId: idField,
        /** Bags found there, listed or not. */
        found: z.array(idField).max(500),
        note: optionalLine(300, 'Ghi chú'),
        witness: lineField(120, 'Người cùng kiểm'),
      }),
    )
    .output(countShape),
  counts: route({ access: 'deposit.read', kind: 'read', summary: 'The last counts of the store' })
    .input(z.strictObject({ limit: z.int().min(1).max(200).default(30) }))
    .output(z.object({ counts: z.array(countShape) })),
}
