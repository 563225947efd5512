import { Button, Switch, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RuleRow } from '#domain/contract/rules.ts'
import { ruleValueText } from '#domain/law/rule-text.ts'
import { RULE_CONFIDENCE_LABELS } from '#domain/law/rule.ts'
import { fullCitation } from '#domain/law/sources.ts'
import { TERM_REGIME_LABELS } from '#domain/stay/track.ts'
import { foldName } from '#domain/names/fold-name.ts'
import { formatDay } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { RuleDialog } from '#renderer/features/rules/rule-dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips, type FilterChip } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { Unsettled } from '#ui/unsettled.tsx'
import classes from './rules.module.css'

const KEYS = ['nhom', 'chac-chan', 'cua'] as const
/** While a change is being followed the count of those still to come is asked for again. */
const FOLLOW_MS = 5000

const GROUPS: readonly { value: string; label: string; begins: readonly string[] }[] = [
  { value: 'dong-ho', label: 'Thiết lập tính thời hạn', begins: ['CLK-', 'CNT-'] },
  { value: 'noi-bo', label: 'Thời hạn nội bộ, nhắc việc', begins: ['HOUSE-'] },
  { value: 'thoi-han', label: 'Thời hạn cai nghiện', begins: ['TERM-', 'RED-', 'SUSP-', 'AGE-'] },
  { value: 'tiep-nhan', label: 'Tiếp nhận, quy trình', begins: ['IN-', 'UP-', 'ST-'] },
  { value: 'trong-khu', label: 'Trong khu', begins: ['ZONE-', 'DAY-', 'LEAVE-', 'OUT-', 'INC-', 'TRF-'] },
  { value: 'ra-ve', label: 'Ra về, bàn giao', begins: ['DIS-'] },
]

const CHIPS: readonly FilterChip[] = [
  { id: 'nhom', label: 'Nhóm', choices: GROUPS },
  {
    id: 'chac-chan',
    label: 'Mức chắc chắn',
    choices: Object.entries(RULE_CONFIDENCE_LABELS).map(([value, label]) => ({ value, label })),
  },
  { id: 'cua', label: 'Bản', choices: [{ value: 'co-so', label: 'Cơ sở đã đổi' }] },
]

function shownRows(
  rows: readonly RuleRow[],
  values: Readonly<Record<string, readonly string[]>>,
  words: string,
): RuleRow[] {
  const begins = GROUPS.filter(({ value }) => values['nhom']?.includes(value)).flatMap(
    (group) => group.begins,
  )
  const wanted = foldName(words)
  return rows.filter((row) => {
    if (begins.length > 0 && !begins.some((begin) => row.id.startsWith(begin))) return false
    const confidences = values['chac-chan']
    if (confidences && !confidences.includes(row.confidence)) return false
    if (values['cua'] && !row.isOwn) return false
    return foldName(`${row.id} ${row.title} ${row.source}`).includes(wanted)
  })
}

/** How sure a rule is: what no text settles, and what nobody held against its text, stands out by icon and words. */
function Confidence({ row }: { row: RuleRow }) {
  const text = RULE_CONFIDENCE_LABELS[row.confidence]
  if (row.confidence === 'verified' || row.confidence === 'secondary') return <span>{text}</span>
  return (
    <Unsettled>
      {text}
      {row.question !== null && ` (${row.question})`}
    </Unsettled>
  )
}

function windowText({ effectiveFrom, effectiveTo }: RuleRow): string {
  return `${formatDay(effectiveFrom)} - ${effectiveTo === null ? 'nay' : formatDay(effectiveTo)}`
}

/** The rules in use as dated rows; an authorised person enters new versions with their day, source and reason. */
export function RulesPage() {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const [values, setValues] = useUrlFilters(KEYS)
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<RuleRow | null>(null)
  const rules = useQuery({
    ...api.rules.list.queryOptions({ input: {} }),
    refetchInterval: (query) => ((query.state.data?.following ?? 0) > 0 ? FOLLOW_MS : false),
  })
  const asking = useSave((asks: boolean, key) => hub.rules.askSecond({ asks }, { context: { key } }))
  const mayEdit = desk?.permissions.includes('rules.edit') ?? false
  if (rules.isPending) return <PagePending />
  if (rules.error) {
    return (
      <ErrorState
        title="Chưa tải được quy định"
        sentence={toHubError(rules.error).message}
        onRetry={() => void rules.refetch()}
      />
    )
  }
  const { rows, following, asksSecond } = rules.data
  const shown = shownRows(rows, values, words)
  return (
    <>
      <PageHeader
        title="Quy định"
        note={
          following > 0
            ? `Đang tính lại thời hạn và việc đến hạn: còn ${formatNumber(following)} người`
            : `${formatNumber(rows.length)} dòng đang dùng; mỗi dòng có ngày hiệu lực và căn cứ`
        }
        acts={
          mayEdit && (
            <Switch
              label="Thay đổi cần người thứ hai đồng ý"
              checked={asksSecond}
              disabled={asking.isSaving}
              onChange={async (event) => {
                await asking.send(event.currentTarget.checked)
                await queryClient.invalidateQueries({ queryKey: api.rules.key() })
              }}
            />
          )
        }
      />
      <div className={classes.tools}>
        <TextInput
          aria-label="Tìm quy định"
          placeholder="Tìm theo mã, nội dung, điều"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <FilterChips chips={CHIPS} values={values} onChange={setValues} />
      </div>
      <Panel flush>
        {shown.length === 0 ? (
          <EmptyState title="Không có quy định nào khớp">Bỏ bớt bộ lọc hoặc gõ ít chữ hơn.</EmptyState>
        ) : (
          <div className={classes.tableBox}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">Mã</th>
                  <th scope="col">Nội dung</th>
                  <th scope="col">Giá trị</th>
                  <th scope="col">Hiệu lực</th>
                  <th scope="col">Căn cứ</th>
                  <th scope="col">Mức chắc chắn</th>
                  <th scope="col">
                    <span className={classes.hidden}>Mở</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <tr key={`${row.id}/${row.axis}/${row.regime ?? ''}/${row.effectiveFrom}`}>
                    <th scope="row">{row.id}</th>
                    <td>
                      {row.title}
                      {row.regime !== null && (
                        <span className={classes.dim}> · {TERM_REGIME_LABELS[row.regime]}</span>
                      )}
                      {row.isOwn && <ToneChip tone="away" text="Cơ sở đã đổi" />}
                      {row.note !== null && <span className={classes.note}>{row.note}</span>}
                    </td>
                    <td>{ruleValueText(row.value, row.unit)}</td>
                    <td className={classes.nowrap}>{windowText(row)}</td>
                    <td>
                      {fullCitation(row.source)}
                      {row.form !== null && <span className={classes.dim}> · {row.form}</span>}
                    </td>
                    <td>
                      <Confidence row={row} />
                    </td>
                    <td>
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={`${mayEdit ? 'Sửa' : 'Xem'} ${row.id}: ${row.title}`}
                        onClick={() => setOpen(row)}
                      >
                        {mayEdit ? 'Sửa' : 'Xem'}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      {open && <RuleDialog row={open} mayEdit={mayEdit} onClose={() => setOpen(null)} />}
    </>
  )
}
