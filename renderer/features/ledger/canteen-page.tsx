import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core'
import { IconShoppingBag, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CanteenItem } from '#domain/contract/ledger-shapes.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { AmountInput } from '#renderer/features/ledger/amount-input.tsx'
import { CanteenGoods } from '#renderer/features/ledger/canteen-goods.tsx'
import { CanteenLimits } from '#renderer/features/ledger/canteen-limits.tsx'
import { LedgerNav } from '#renderer/features/ledger/ledger-nav.tsx'
import { PersonPick, type Picked } from '#renderer/features/ledger/person-pick.tsx'
import { leftToSpend, takenBy, withItem, type Purchase } from '#renderer/features/ledger/purchase-list.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './ledger.module.css'

const EMPTY: Pick<Purchase, 'items' | 'note'> & { amount: number | null } = {
  amount: null,
  items: [],
  note: '',
}

function textOf(items: Purchase['items'], goods: readonly CanteenItem[]): string {
  return items
    .map(({ itemId, quantity }) => `${quantity} ${goods.find(({ id }) => id === itemId)?.name ?? ''}`)
    .join(', ')
}

/** Purchases of many people one after another, all by keyboard, written together. */
export function CanteenPage() {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('deposit.edit') ?? false
  return (
    <>
      <PageHeader title="Căng-tin" note="Ghi mua hàng cho nhiều người một lượt, trừ vào tiền lưu ký" />
      <LedgerNav />
      <div className={classes.columns}>
        {mayEdit ? <PurchaseEntry /> : <Text>Bạn chỉ xem được hàng và mức chi.</Text>}
        <div className={classes.stack}>
          <CanteenGoods mayEdit={mayEdit} />
          <CanteenLimits />
        </div>
      </div>
    </>
  )
}

function PurchaseEntry() {
  const queryClient = useQueryClient()
  const [batchId, setBatchId] = useState(() => crypto.randomUUID())
  const [lines, setLines] = useState<readonly Purchase[]>([])
  const [who, setWho] = useState<Picked | null>(null)
  const [typed, setTyped] = useState(EMPTY)
  const [problem, setProblem] = useState('')
  const whoInput = useRef<HTMLInputElement>(null)
  const amountInput = useRef<HTMLInputElement>(null)
  const goods = useQuery(api.ledger.items.queryOptions({ input: {} }))
  const purse = useQuery({
    ...api.ledger.purses.queryOptions({ input: { stayIds: [who?.stayId ?? ''] } }),
    enabled: who !== null,
  })
  const saving = useSave((input: Parameters<typeof hub.ledger.spend>[0], key) =>
    hub.ledger.spend(input, { context: { key } }),
  )
  const items = goods.data?.items ?? []
  const sold = items.filter(({ isRetired }) => !isRetired)
  const ofItems = typed.items.reduce(
    (sum, { itemId, quantity }) => sum + quantity * (items.find(({ id }) => id === itemId)?.price ?? 0),
    0,
  )
  const amount = typed.items.length > 0 ? ofItems : (typed.amount ?? 0)
  const own = purse.data?.purses.find(({ stayId }) => stayId === who?.stayId)
  const left =
    who && own && purse.data
      ? leftToSpend({ ...own, dailyLimit: purse.data.dailyLimit }, takenBy(lines, who.stayId))
      : null
  const total = lines.reduce((sum, line) => sum + line.amount, 0)

  function add() {
    if (!who) return setProblem('Chọn học viên trước.')
    if (amount === 0) return setProblem('Ghi số tiền hoặc chọn mặt hàng.')
    if (own && !own.isInside) return setProblem('Người này không có mặt trong khu.')
    if (left !== null && amount > left) return setProblem(`Chỉ còn được chi ${dongText(left)}.`)
    const { items: bought, note } = typed
    setLines([
      ...lines,
      { id: crypto.randomUUID(), stayId: who.stayId, name: who.name, amount, items: bought, note },
    ])
    setWho(null)
    setTyped(EMPTY)
    setProblem('')
    whoInput.current?.focus()
  }

  async function save() {
    const sent = lines.map(({ id, stayId, amount: sum, items: bought, note }) => ({
      id,
      stayId,
      amount: bought.length > 0 ? null : sum,
      items: bought,
      note,
    }))
    if (!(await saving.send({ batchId, lines: sent }))) return
    showNotice(`Đã ghi ${lines.length} khoản mua hàng, cộng ${dongText(total)}.`)
    setLines([])
    setBatchId(crypto.randomUUID())
    await queryClient.invalidateQueries({ queryKey: api.ledger.key() })
    whoInput.current?.focus()
  }

  return (
    <Panel title="Danh sách mua hàng" aside={`${formatNumber(lines.length)} dòng · ${dongText(total)}`}>
      <div className={classes.stack}>
        <div className={classes.entry}>
          <PersonPick
            label={who === null ? 'Học viên' : `Học viên: ${who.name}`}
            inputRef={whoInput}
            onPick={(person) => {
              setWho(person)
              setProblem('')
              setTimeout(() => amountInput.current?.focus(), 0)
            }}
          />
          <TextInput
            label="Nội dung"
            maxLength={200}
            value={typed.note}
            onChange={(event) => setTyped({ ...typed, note: event.currentTarget.value })}
          />
          <div>
            <Text component="label" htmlFor="canteen-amount" size="sm" fw={500}>
              Số tiền
            </Text>
            <AmountInput
              id="canteen-amount"
              inputRef={amountInput}
              width="100%"
              disabled={typed.items.length > 0}
              value={typed.items.length > 0 ? ofItems : typed.amount}
              onChange={(value) => setTyped({ ...typed, amount: value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                add()
              }}
            />
          </div>
          <Button onClick={add}>Thêm dòng</Button>
        </div>
        {sold.length > 0 && (
          <fieldset className={classes.goods} aria-label="Chọn mặt hàng">
            {sold.map(({ id, name, price }) => (
              <Button
                key={id}
                variant="default"
                onClick={() => setTyped({ ...typed, items: withItem(typed.items, id) })}
              >
                {name} {dongText(price)}
              </Button>
            ))}
          </fieldset>
        )}
        <div aria-live="polite">
          {typed.items.length > 0 && (
            <Group gap="xs">
              <span>{textOf(typed.items, items)}</span>
              <Button size="compact-sm" variant="subtle" onClick={() => setTyped({ ...typed, items: [] })}>
                Bỏ chọn hàng
              </Button>
            </Group>
          )}
          {left !== null && own && (
            <span className={classes.dim}>
              Còn {dongText(own.deposits)}, hôm nay đã chi {dongText(own.spentToday)}, được chi thêm{' '}
              {dongText(left)}.
            </span>
          )}
          {problem !== '' && <p className={classes.wrong}>{problem}</p>}
        </div>
        {lines.length === 0 ? (
          <EmptyState icon={IconShoppingBag} title="Chưa có dòng nào">
            Gõ tên hoặc giường, Enter; gõ số tiền, Enter: dòng được thêm và con trỏ về ô học viên.
          </EmptyState>
        ) : (
          <table className={classes.table} aria-label="Các dòng chờ ghi">
            <thead>
              <tr>
                <th>Học viên</th>
                <th>Nội dung</th>
                <th data-number>Số tiền</th>
                <th aria-label="Bỏ dòng" />
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <tr key={line.id}>
                  <td>
                    {line.name}
                    {Object.entries(saving.errors)
                      .filter(([field]) => field.startsWith(`lines.${index}.`))
                      .map(([field, message]) => (
                        <div key={field} className={classes.wrong}>
                          {message}
                        </div>
                      ))}
                  </td>
                  <td>{line.note || textOf(line.items, items)}</td>
                  <td data-number>{dongText(line.amount)}</td>
                  <td>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Bỏ dòng ${line.name}`}
                      onClick={() => setLines(lines.filter(({ id }) => id !== line.id))}
                    >
                      <IconTrash size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {saving.problem && <p className={classes.wrong}>{saving.problem}</p>}
        <Group justify="flex-end">
          <Button disabled={lines.length === 0} loading={saving.isSaving} onClick={() => void save()}>
            Ghi {formatNumber(lines.length)} dòng, {dongText(total)}
          </Button>
        </Group>
      </div>
    </Panel>
  )
}
