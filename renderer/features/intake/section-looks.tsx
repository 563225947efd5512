import { TextInput } from '@mantine/core'
import { MARK_KIND_LABELS, MARK_KINDS } from '#domain/information-sheet/personal-lists.ts'
import { withLine, withoutLine } from '#renderer/features/intake/changed-lines.ts'
import { emptyMark, type MarkRow } from '#renderer/features/intake/intake-form.ts'
import { IntakeSection } from '#renderer/features/intake/intake-section.tsx'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { AddLine, DropLine } from '#renderer/features/intake/line-buttons.tsx'
import { PhotoBox } from '#renderer/features/intake/photo-box.tsx'
import { SheetNumber } from '#renderer/features/intake/sheet-rows.tsx'
import { CodeSelect } from '#ui/code-choice.tsx'
import classes from './intake.module.css'

/** What tells this body from another: photo, measures, marks. */
export function LooksSection() {
  const store = useIntakeStore()
  const marks = useIntake((form) => form.marks)
  return (
    <IntakeSection step="looks" number={6} title="Nhận dạng">
      <div className={classes.looks}>
        <PhotoBox />
        <div className={classes.stack}>
          <div className={classes.cols}>
            <SheetNumber label="Chiều cao" field="heightCm" suffix=" cm" />
            <SheetNumber label="Cân nặng" field="weightKg" suffix=" kg" decimals={1} />
          </div>
          <ul className={classes.lines} aria-label="Đặc điểm nhận dạng">
            {marks.map((mark) => (
              <MarkLine key={mark.id} mark={mark} />
            ))}
          </ul>
          <AddLine
            label="Đặc điểm nhận dạng"
            onAdd={() => store.set({ marks: [...store.form().marks, emptyMark()] })}
          />
        </div>
      </div>
    </IntakeSection>
  )
}

function MarkLine({ mark }: { mark: MarkRow }) {
  const store = useIntakeStore()
  const problem = useProblem(`marks.${mark.id}.place`)
  function change(patch: Partial<MarkRow>) {
    store.set({ marks: withLine(store.form().marks, mark.id, patch) })
    store.forget(`marks.${mark.id}`)
  }
  return (
    <li className={classes.line}>
      <CodeSelect
        aria-label="Loại đặc điểm"
        codes={MARK_KINDS}
        labels={MARK_KIND_LABELS}
        value={mark.kind}
        w={140}
        onChange={(next) => change({ kind: next })}
      />
      <TextInput
        aria-label="Vị trí trên người"
        placeholder="Vị trí: cẳng tay trái"
        value={mark.place}
        error={problem !== undefined}
        maxLength={120}
        className={classes.grow}
        onChange={(event) => change({ place: event.currentTarget.value })}
      />
      <TextInput
        aria-label="Mô tả đặc điểm"
        placeholder="Mô tả"
        value={mark.description}
        maxLength={300}
        className={classes.grow}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <DropLine
        label="Bỏ đặc điểm này"
        onDrop={() => store.set({ marks: withoutLine(store.form().marks, mark.id) })}
      />
    </li>
  )
}
