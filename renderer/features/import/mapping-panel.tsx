import { Button, Collapse, NumberInput, Select } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconRefresh } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { ImportAssessment, ImportColumnLine } from '#domain/contract/imports.ts'
import { HEADER_NOT_FOUND } from '#domain/import/recognise-headers.ts'
import { IMPORT_FIELDS, IMPORT_FIELD_LABELS, type ImportField } from '#domain/import/import-fields.ts'
import { TRACKS, TRACK_LABELS, type Track } from '#domain/stay/track.ts'
import type { Day } from '#domain/time/day.ts'
import { columnLetter } from '#renderer/features/import/import-words.ts'
import { OptionalCodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './import.module.css'

/** What the dry run is made with, beside the file. */
export interface MappingChoice {
  /** Null: the sheet with most people. */
  sheet: string | null
  mapping: { headerRow: number; columns: { column: number; field: ImportField | null }[] } | null
  defaults: { track?: Track; receivedOn?: Day }
}

export interface MappingPanelProps {
  found: ImportAssessment
  today: Day
  chosen: MappingChoice
  onRun: (choice: MappingChoice) => void
}

const MOST_COLUMNS = 60

function columnsOf(found: ImportAssessment): ImportColumnLine[] {
  if (found.columns.length > 0) return found.columns
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...found.firstRows.map((row) => row.length)))
  return Array.from({ length: width }, (_, column) => ({
    column,
    header: '',
    field: null,
    confidence: 0,
    samples: found.firstRows.flatMap((row) => row[column] || []).slice(0, 3),
  }))
}

/** What was recognised of the file, column by column, and a way to say it better. */
export function MappingPanel({ found, today, chosen, onRun }: MappingPanelProps) {
  const columns = columnsOf(found)
  const known = columns.filter((column) => column.field !== null)
  const doubtful = known.filter((column) => column.confidence < 1)
  const isLost = found.headerRow === null
  const [isOpen, setIsOpen] = useState(isLost || doubtful.length > 0)
  const [headerRow, setHeaderRow] = useState(found.headerRow ?? 1)
  const [fields, setFields] = useState(() => new Map(columns.map(({ column, field }) => [column, field])))
  const [defaults, setDefaults] = useState(chosen.defaults)
  const [isChanged, setIsChanged] = useState(false)
  const tableId = useId()
  const has = (field: ImportField) => [...fields.values()].includes(field)

  function choose(column: number, field: ImportField | null) {
    const next = new Map(fields)
    // A field has one column: choosing it here takes it from where it was.
    if (field !== null) for (const [other, taken] of next) if (taken === field) next.set(other, null)
    next.set(column, field)
    setFields(next)
    setIsChanged(true)
  }

  function run() {
    onRun({
      sheet: found.sheet,
      mapping: {
        headerRow,
        columns: columns.map(({ column }) => ({ column, field: fields.get(column) ?? null })),
      },
      defaults,
    })
  }

  return (
    <Panel>
      <div className={classes.fileLine}>
        <b className={classes.fileName}>{found.fileName}</b>
        {found.sheetNames.length > 1 ? (
          <Select
            aria-label="Trang tính"
            size="xs"
            w={220}
            data={found.sheetNames}
            value={found.sheet}
            allowDeselect={false}
            // Another sheet has other columns: they are recognised anew.
            onChange={(sheet) => sheet !== found.sheet && onRun({ sheet, mapping: null, defaults })}
          />
        ) : (
          <span>trang “{found.sheet}”</span>
        )}
        {!isLost && (
          <span>
            tiêu đề ở dòng {found.headerRow}, nhận ra {known.length}/{columns.length} cột
          </span>
        )}
        {doubtful.length > 0 && <ToneChip tone="soon" text={`${doubtful.length} cột cần kiểm tra`} />}
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => setIsOpen(!isOpen)}
          aria-expanded={isOpen}
          aria-controls={tableId}
          leftSection={
            isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />
          }
        >
          {isOpen ? 'Ẩn các cột' : 'Xem và sửa cột'}
        </Button>
      </div>
      {isLost && (
        <p className={classes.problem} role="alert">
          {HEADER_NOT_FOUND.message} Hoặc chỉ dòng tiêu đề và chọn ý nghĩa từng cột dưới đây.
        </p>
      )}
      <Collapse expanded={isOpen} id={tableId}>
        <div className={classes.mapping}>
          <FormRow label="Dòng tiêu đề" hint="Người đầu tiên ở ngay dưới dòng này.">
            {({ error: _error, ...control }) => (
              <NumberInput
                {...control}
                value={headerRow}
                min={0}
                max={1000}
                w={110}
                onChange={(value) => {
                  setHeaderRow(Number(value) || 0)
                  setIsChanged(true)
                }}
              />
            )}
          </FormRow>
          {!has('track') && (
            <FormRow label="Diện khi không ghi">
              {({ error: _error, ...control }) => (
                <OptionalCodeSelect
                  {...control}
                  w={200}
                  clearable
                  placeholder="Không nhập những dòng này"
                  codes={TRACKS}
                  labels={TRACK_LABELS}
                  value={defaults.track ?? null}
                  onChange={(track) => {
                    const { track: _old, ...others } = defaults
                    setDefaults(track ? { ...others, track } : others)
                    setIsChanged(true)
                  }}
                />
              )}
            </FormRow>
          )}
          {!has('receivedOn') && (
            <FormRow label="Ngày vào khi không ghi">
              {({ error: _error, ...control }) => (
                <DayField
                  {...control}
                  today={today}
                  value={defaults.receivedOn ?? null}
                  onChange={(day) => {
                    const { receivedOn: _old, ...others } = defaults
                    setDefaults(day === null ? others : { ...others, receivedOn: day })
                    setIsChanged(true)
                  }}
                />
              )}
            </FormRow>
          )}
          <table className={classes.columns}>
            <caption className={classes.caption}>Ý nghĩa từng cột</caption>
            <thead>
              <tr>
                <th scope="col">Cột</th>
                <th scope="col">Tiêu đề trong tệp</th>
                <th scope="col">Là</th>
                <th scope="col">Ví dụ</th>
              </tr>
            </thead>
            <tbody>
              {columns.map(({ column, header, samples, confidence }) => {
                const field = fields.get(column) ?? null
                const name = header || `Cột ${columnLetter(column)}`
                return (
                  <tr key={column}>
                    <td>{columnLetter(column)}</td>
                    <th scope="row">{header || <span className={classes.dimmed}>(không có)</span>}</th>
                    <td>
                      <div className={classes.meaning}>
                        <OptionalCodeSelect
                          aria-label={`Cột “${name}” là`}
                          size="xs"
                          w={250}
                          searchable
                          clearable
                          placeholder="Bỏ qua cột này"
                          nothingFoundMessage="Không có mục này"
                          codes={IMPORT_FIELDS}
                          labels={IMPORT_FIELD_LABELS}
                          value={field}
                          onChange={(value) => choose(column, value)}
                        />
                        {field !== null && confidence > 0 && confidence < 1 && (
                          <ToneChip tone="soon" text="Kiểm tra" />
                        )}
                      </div>
                    </td>
                    <td className={classes.samples}>{samples.join(' · ')}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
          <Button
            variant={isLost ? 'filled' : 'default'}
            disabled={!isChanged && !isLost}
            onClick={run}
            leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
          >
            Chạy thử lại với các cột này
          </Button>
        </div>
      </Collapse>
    </Panel>
  )
}
