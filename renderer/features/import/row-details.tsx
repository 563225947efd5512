import { Button, Group } from '@mantine/core'
import type { ImportRowLine } from '#domain/contract/imports.ts'
import { CompareTable } from '#renderer/features/import/compare-table.tsx'
import { repairText, VERDICT_WORDS } from '#renderer/features/import/import-words.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './import.module.css'

/** All that is said of one row of the list. */
export function RowDetails({ row, onClose }: { row: ImportRowLine | null; onClose: () => void }) {
  return (
    <Dialog
      opened={row !== null}
      onClose={onClose}
      title={row ? `Dòng ${row.row} · ${row.name || 'không có tên'}` : ''}
      size="lg"
    >
      {row && <RowBody row={row} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Đóng
        </Button>
      </Group>
    </Dialog>
  )
}

function RowBody({ row }: { row: ImportRowLine }) {
  const { duplicate } = row
  return (
    <div className={classes.details}>
      <div>
        <ToneChip {...VERDICT_WORDS[row.verdict]} />
      </div>
      {duplicate && (
        <>
          <p className={classes.lead}>
            {duplicate.of === null
              ? 'Người này có thể đã có trong cơ sở. Dòng được giữ lại sau khi nhập để bạn chọn.'
              : `Dòng này giống dòng ${duplicate.of} của danh sách. Dòng được giữ lại sau khi nhập để bạn chọn.`}
          </p>
          <CompareTable
            fields={duplicate.fields}
            here={`Dòng ${row.row}`}
            there={duplicate.of === null ? 'Người đã có' : `Dòng ${duplicate.of}`}
          />
        </>
      )}
      <Said title="Vì sao không nhập được" items={row.reasons} />
      <Said title="Cần xem lại" items={row.warnings} />
      {row.repaired.length > 0 && (
        <section>
          <h3 className={classes.subtitle}>Đã sửa chữ</h3>
          <ul className={classes.said}>
            {row.repaired.map((cell) => (
              <li key={cell.column}>{repairText(cell)}</li>
            ))}
          </ul>
        </section>
      )}
      {row.verdict === 'importable' && row.warnings.length === 0 && row.repaired.length === 0 && (
        <p className={classes.lead}>Dòng này nhập được, không có gì phải xem lại.</p>
      )}
    </div>
  )
}

function Said({ title, items }: { title: string; items: ImportRowLine['reasons'] }) {
  if (items.length === 0) return null
  return (
    <section>
      <h3 className={classes.subtitle}>{title}</h3>
      <ul className={classes.said}>
        {items.map((item) => (
          <li key={`${item.column} ${item.code}`}>
            {item.column}
            {item.value && (
              <>
                {' '}
                <q>{item.value}</q>
              </>
            )}
            : {item.message}
          </li>
        ))}
      </ul>
    </section>
  )
}
