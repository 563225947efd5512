import { Button, Checkbox, NumberInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Shelf } from '#domain/contract/belongings.ts'
import { COUNT_FINDING_LABELS } from '#domain/deposit/shelf-count.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { LedgerNav } from '#renderer/features/ledger/ledger-nav.tsx'
import classes from '#renderer/features/ledger/ledger.module.css'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'

const MOST_CELLS = 60
const MOST_BAGS = 500

function ShelvesForm({ onDone }: { onDone: () => void }) {
  const queryClient = useQueryClient()
  const [store, setStore] = useState('Kho 1')
  const [rack, setRack] = useState('')
  const [cells, setCells] = useState(10)
  const saving = useSave((input: Parameters<typeof hub.belongings.addShelves>[0], key) =>
    hub.belongings.addShelves(input, { context: { key } }),
  )
  async function save() {
    if (rack.trim() === '') return saving.setErrors({ rack: 'Ghi tên kệ, ví dụ A.' })
    const list = Array.from({ length: cells }, (_, i) => ({
      id: crypto.randomUUID(),
      cell: String(i + 1).padStart(2, '0'),
    }))
    if (!(await saving.send({ store, rack, cells: list }))) return
    await queryClient.invalidateQueries({ queryKey: api.belongings.key() })
    onDone()
  }
  return (
    <DenseForm
      label="Thêm kệ"
      saveLabel={`Thêm kệ ${rack}`}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      problem={saving.problem}
    >
      <TextRow
        label="Kho"
        required
        error={saving.errors['store']}
        maxLength={40}
        value={store}
        onChange={setStore}
      />
      <TextRow
        label="Kệ"
        required
        error={saving.errors['rack']}
        maxLength={20}
        value={rack}
        onChange={setRack}
      />
      <FormRow label="Số ô" required hint="Đánh số từ 01">
        {(control) => (
          <NumberInput
            {...control}
            w={120}
            min={1}
            max={MOST_CELLS}
            value={cells}
            onChange={(value) => setCells(Math.min(MOST_CELLS, Math.max(1, Number(value))))}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}

function CountForm({ shelf, onDone }: { shelf: Shelf; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const [note, setNote] = useState('')
  const [witness, setWitness] = useState('')
  const bags = useQuery(
    api.belongings.bags.queryOptions({ input: { shelfId: shelf.id, limit: MOST_BAGS, cursor: null } }),
  )
  const saving = useSave((input: Parameters<typeof hub.belongings.recordCount>[0], key) =>
    hub.belongings.recordCount(input, { context: { key } }),
  )
  const listed = bags.data?.rows ?? []
  async function save() {
    if (witness.trim() === '') return saving.setErrors({ witness: 'Ghi họ tên người cùng kiểm.' })
    if (!(await saving.send({ id, shelfId: shelf.id, found: [...seen], note, witness }))) return
    showNotice(`${shelf.text}: thấy ${seen.size}/${listed.length} túi.`)
    await queryClient.invalidateQueries({ queryKey: api.belongings.key() })
    onDone()
  }
  function toggle(bagId: string) {
    const next = new Set(seen)
    if (!next.delete(bagId)) next.add(bagId)
    setSeen(next)
  }
  return (
    <DenseForm
      label={`Kiểm kê ${shelf.text}`}
      saveLabel={`Ghi kiểm kê: thấy ${formatNumber(seen.size)}/${formatNumber(listed.length)} túi`}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={seen.size > 0}
      problem={saving.problem}
    >
      <fieldset className={classes.stack} style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className={classes.dim}>Đánh dấu túi nhìn thấy trong ô</legend>
        {bags.isSuccess && listed.length === 0 && <p className={classes.dim}>Theo sổ, ô này không có túi.</p>}
        {listed.map((bag) => (
          <Checkbox
            key={bag.id}
            label={`${bag.sealNumber} · ${bag.name}`}
            checked={seen.has(bag.id)}
            onChange={() => toggle(bag.id)}
          />
        ))}
      </fieldset>
      <TextRow
        label="Ghi chú"
        error={saving.errors['note']}
        hint="Túi lạ thấy trong ô: xếp lại ở mục Tìm túi"
        maxLength={300}
        value={note}
        onChange={setNote}
      />
      <TextRow
        label="Người cùng kiểm"
        required
        error={saving.errors['witness']}
        maxLength={120}
        value={witness}
        onChange={setWitness}
      />
    </DenseForm>
  )
}

function Counts() {
  const counts = useQuery(api.belongings.counts.queryOptions({ input: { limit: 20 } }))
  const rows = counts.data?.counts ?? []
  return (
    <Panel title="Kiểm kê gần đây" flush>
      {counts.isSuccess && rows.length === 0 && (
        <EmptyState title="Chưa kiểm kê ô nào">Bấm vào một ô để kiểm theo danh sách.</EmptyState>
      )}
      {rows.length > 0 && (
        <table className={classes.table}>
          <tbody>
            {rows.map((count) => (
              <tr key={count.id}>
                <td>
                  {count.shelf}
                  <div className={classes.dim}>
                    {formatInstant(count.countedAt)} · {count.countedBy}, {count.witness}
                  </div>
                  {count.findings.map(({ bagId, sealNumber, finding }) => (
                    <div key={bagId} className={classes.wrong}>
                      {sealNumber}: {COUNT_FINDING_LABELS[finding]}
                    </div>
                  ))}
                </td>
                <td data-number>
                  <ToneChip
                    tone={count.findings.length === 0 ? 'ok' : 'late'}
                    text={`${count.found}/${count.expected}`}
                    quiet={count.findings.length === 0}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

/** The store of sealed bags, rack by rack; a cell is counted against its list. */
export function StorePage() {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('deposit.edit') ?? false
  const shelves = useQuery(api.belongings.shelves.queryOptions({ input: {} }))
  const [isAdding, setIsAdding] = useState(false)
  const [counting, setCounting] = useState<Shelf | null>(null)
  if (shelves.isPending) return <PagePending />
  if (shelves.error) {
    return <ErrorState title="Chưa mở được kho tư trang" sentence={toHubError(shelves.error).message} />
  }
  const open = shelves.data.shelves.filter(({ isClosed }) => !isClosed)
  const racks = Map.groupBy(open, ({ store, rack }) => `${store} – Kệ ${rack}`)
  return (
    <>
      <PageHeader
        title="Kho tư trang"
        note={`${formatNumber(open.length)} ô, ${formatNumber(open.reduce((sum, { bags }) => sum + bags, 0))} túi`}
        acts={
          mayEdit && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => setIsAdding(true)}
            >
              Thêm kệ
            </Button>
          )
        }
      />
      <LedgerNav />
      <div className={classes.columns}>
        <div className={classes.stack}>
          {racks.size === 0 && (
            <Panel>
              <EmptyState title="Chưa có kệ nào">Thêm kệ và số ô để xếp túi theo kho – kệ – ô.</EmptyState>
            </Panel>
          )}
          {[...racks].map(([name, cells]) => (
            <Panel key={name} title={name}>
              <div className={classes.cells}>
                {cells.map((shelf) => (
                  <button
                    key={shelf.id}
                    type="button"
                    className={classes.cell}
                    disabled={!mayEdit}
                    onClick={() => setCounting(shelf)}
                  >
                    <strong>Ô {shelf.cell}</strong>
                    <span>{formatNumber(shelf.bags)} túi</span>
                    <span className={classes.dim}>
                      {shelf.countedAt === null ? 'chưa kiểm' : `kiểm ${formatDay(dayOf(shelf.countedAt))}`}
                    </span>
                  </button>
                ))}
              </div>
            </Panel>
          ))}
        </div>
        <Counts />
      </div>
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Thêm kệ" size="lg">
        <ShelvesForm onDone={() => setIsAdding(false)} />
      </Dialog>
      <Dialog
        opened={counting !== null}
        onClose={() => setCounting(null)}
        title={counting ? `Kiểm kê ${counting.text}` : ''}
        size="lg"
      >
        {counting && (
          <>
            <p>
              <InnerLink href={`/luu-ky/tui?o=${counting.id}`}>Xem danh sách túi của ô này</InnerLink>
            </p>
            <CountForm shelf={counting} onDone={() => setCounting(null)} />
          </>
        )}
      </Dialog>
    </>
  )
}
