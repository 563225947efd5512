import { Button, NumberInput, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { withLine, withoutLine } from '#renderer/features/intake/changed-lines.ts'
import { emptyBag, emptyThing, type BagRow, type ThingRow } from '#renderer/features/intake/intake-form.ts'
import { NumberRow, TextRow } from '#renderer/features/intake/intake-rows.tsx'
import { IntakeSection } from '#renderer/features/intake/intake-section.tsx'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { DropLine } from '#renderer/features/intake/line-buttons.tsx'
import classes from './intake.module.css'

/** What the person carries: sealed bags, things left with them, money into the ledger. */
export function ThingsSection() {
  const store = useIntakeStore()
  const bags = useIntake((form) => form.bags)
  const kept = useIntake((form) => form.kept)
  return (
    <IntakeSection step="things" number={7} title="Đồ dùng và lưu ký">
      <div className={classes.cols}>
        <NumberRow
          label="Tiền lưu ký"
          path="deposit.amount"
          field="money"
          suffix=" đ"
          hint="Vào sổ lưu ký; in biên nhận sau khi lưu."
        />
        <TextRow
          label="Ghi chú tiền"
          path="deposit.note"
          field="moneyNote"
          placeholder="Người gửi, loại tiền…"
        />
      </div>
      <ul className={classes.lines} aria-label="Túi niêm phong">
        {bags.map((bag, index) => (
          <BagBox key={bag.id} bag={bag} index={index} />
        ))}
      </ul>
      {kept.length > 0 && (
        <div className={classes.bag}>
          <span className={classes.bagTitle}>Đồ để lại cho người đó dùng</span>
          <ThingLines
            things={kept}
            path="belongings.kept"
            onChange={(things) => store.set({ kept: things })}
          />
        </div>
      )}
      <div className={classes.adds}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
          onClick={() => store.set({ bags: [...store.form().bags, emptyBag()] })}
        >
          Túi niêm phong
        </Button>
        {kept.length === 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => store.set({ kept: [emptyThing()] })}
          >
            Đồ để lại dùng
          </Button>
        )}
      </div>
    </IntakeSection>
  )
}

function BagBox({ bag, index }: { bag: BagRow; index: number }) {
  const store = useIntakeStore()
  const path = `belongings.bags.${index}`
  const sealProblem = useProblem(`${path}.sealNumber`)
  const linesProblem = useProblem(`${path}.lines`)
  function change(patch: Partial<BagRow>) {
    store.set({ bags: withLine(store.form().bags, bag.id, patch) })
    store.forget(path)
  }
  const problem = sealProblem ?? linesProblem
  return (
    <li className={classes.bag}>
      <div className={classes.line}>
        <TextInput
          aria-label="Số niêm phong"
          placeholder="Số niêm phong *"
          value={bag.sealNumber}
          error={sealProblem !== undefined}
          maxLength={40}
          w={180}
          onChange={(event) => change({ sealNumber: event.currentTarget.value })}
        />
        <TextInput
          aria-label="Nơi cất túi"
          placeholder="Nơi cất: tủ 3, ngăn 12"
          value={bag.storedAt}
          maxLength={120}
          className={classes.grow}
          onChange={(event) => change({ storedAt: event.currentTarget.value })}
        />
        <DropLine
          label={`Bỏ túi ${bag.sealNumber}`}
          onDrop={() => store.set({ bags: withoutLine(store.form().bags, bag.id) })}
        />
      </div>
      {problem !== undefined && <span className={classes.error}>{problem}</span>}
      <ThingLines things={bag.lines} path={`${path}.lines`} onChange={(lines) => change({ lines })} />
    </li>
  )
}

function ThingLines({
  things,
  path,
  onChange,
}: {
  things: readonly ThingRow[]
  path: string
  onChange: (things: ThingRow[]) => void
}) {
  return (
    <>
      {things.map((thing, index) => (
        <ThingLine
          key={thing.id}
          thing={thing}
          path={`${path}.${index}`}
          onChange={(patch) => onChange(withLine(things, thing.id, patch))}
          onDrop={() => onChange(withoutLine(things, thing.id))}
        />
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        className={classes.add}
        leftSection={<IconPlus size={12} stroke={1.75} aria-hidden />}
        onClick={() => onChange([...things, emptyThing()])}
      >
        Đồ vật
      </Button>
    </>
  )
}

function ThingLine({
  thing,
  path,
  onChange,
  onDrop,
}: {
  thing: ThingRow
  path: string
  onChange: (patch: Partial<ThingRow>) => void
  onDrop: () => void
}) {
  const store = useIntakeStore()
  const problem = useProblem(`${path}.description`)
  function change(patch: Partial<ThingRow>) {
    onChange(patch)
    store.forget(path)
  }
  return (
    <div className={classes.line}>
      <TextInput
        aria-label="Tên đồ vật"
        placeholder="Tên đồ vật"
        value={thing.description}
        error={problem !== undefined}
        maxLength={200}
        className={classes.grow}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <NumberInput
        aria-label="Số lượng"
        value={thing.quantity}
        min={1}
        max={1000}
        hideControls
        allowDecimal={false}
        w={64}
        onChange={(next) => change({ quantity: typeof next === 'number' ? next : 1 })}
      />
      <TextInput
        aria-label="Tình trạng đồ vật"
        placeholder="Tình trạng"
        value={thing.condition}
        maxLength={200}
        className={classes.grow}
        onChange={(event) => change({ condition: event.currentTarget.value })}
      />
      <DropLine label={`Bỏ ${thing.description}`} onDrop={onDrop} />
      {problem !== undefined && <span className={classes.error}>{problem}</span>}
    </div>
  )
}
