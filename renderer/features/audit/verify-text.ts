import { z } from 'zod'
import { formatNumber } from '#ui/format.ts'

const resultShape = z.object({
  ok: z.boolean(),
  integrity: z.object({ ok: z.boolean() }),
  foreignKeys: z.object({ ok: z.boolean(), count: z.number() }),
  audit: z.object({
    ok: z.boolean(),
    length: z.number(),
    faults: z.array(z.object({ seq: z.number(), kind: z.string() })),
  }),
  derived: z.object({ ok: z.boolean(), differences: z.array(z.unknown()) }),
  ledger: z.object({ ok: z.boolean(), differences: z.array(z.unknown()) }),
})

const FAULT_WORDS: Readonly<Record<string, string>> = {
  changed: 'bị sửa',
  missing: 'bị bỏ hoặc chèn',
  inserted: 'bị chèn thêm',
  reordered: 'bị đổi thứ tự',
  'fields-changed': 'có giá trị bị sửa',
}
const FAULTS_NAMED = 5

/** What checking everything found, in sentences. */
export function verifyText(result: unknown): string {
  const parsed = resultShape.safeParse(result)
  if (!parsed.success) return 'Đã kiểm tra xong.'
  const { ok, integrity, foreignKeys, audit, derived, ledger } = parsed.data
  if (ok) {
    return `Đạt: ${formatNumber(audit.length)} mục nhật ký còn nguyên, dữ liệu và các bảng tổng hợp khớp với sự kiện, sổ lưu ký cân.`
  }
  const faults = audit.faults
    .slice(0, FAULTS_NAMED)
    .map(({ seq, kind }) => `mục ${formatNumber(seq)} ${FAULT_WORDS[kind] ?? kind}`)
  return [
    'Không đạt. Giữ nguyên máy, không sao lưu đè, báo người phụ trách.',
    !integrity.ok && 'Tệp dữ liệu có trang hỏng.',
    !foreignKeys.ok && `${formatNumber(foreignKeys.count)} bản ghi trỏ tới chỗ không có.`,
    !audit.ok && `Nhật ký: ${faults.join(', ')}${audit.faults.length > FAULTS_NAMED ? '…' : ''}.`,
    !derived.ok && `${formatNumber(derived.differences.length)} dòng tổng hợp không khớp với sự kiện.`,
    !ledger.ok && `Sổ lưu ký: ${formatNumber(ledger.differences.length)} số dư không khớp với bút toán.`,
  ]
    .filter(Boolean)
    .join(' ')
}
