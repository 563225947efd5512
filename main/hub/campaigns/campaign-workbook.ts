import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { sumCampaign } from '#domain/care/campaign.ts'
import type { CampaignActivity, CampaignLine } from '#domain/contract/campaigns.ts'
import { dayCell, textCell } from '../workbook/cells.ts'

const count = (value: number | null): Cell => (value === null ? null : { type: Number, value })

const COLUMNS: readonly {
  header: string
  width: number
  cell: (row: CampaignActivity, index: number) => Cell
}[] = [
  { header: 'STT', width: 6, cell: (_row, index) => count(index + 1) },
  { header: 'Ngày', width: 12, cell: (row) => dayCell(row.heldOn) },
  { header: 'Hoạt động', width: 44, cell: (row) => textCell(row.title) },
  { header: 'Nơi', width: 20, cell: (row) => textCell(row.place) },
  { header: 'Phụ trách', width: 24, cell: (row) => textCell(row.leader) },
  { header: 'Thực hiện', width: 12, cell: (row) => textCell(row.isHeld ? 'Đã thực hiện' : 'Chưa') },
  { header: 'Dự kiến', width: 10, cell: (row) => count(row.plannedHeads) },
  { header: 'Học viên', width: 10, cell: (row) => count(row.residents) },
  { header: 'Cán bộ', width: 10, cell: (row) => count(row.staff) },
  { header: 'Khách', width: 10, cell: (row) => count(row.guests) },
  { header: 'Ảnh', width: 8, cell: (row) => count(row.photos.length) },
  { header: 'Kết quả', width: 50, cell: (row) => textCell(row.result) },
]

/** A campaign's activities with their heads, and the sums of those held, as an .xlsx workbook. */
export function campaignWorkbook(campaign: CampaignLine & { list: CampaignActivity[] }): Promise<Buffer> {
  const sums = sumCampaign(campaign.list)
  const total = [null, null, textCell(`Cộng ${sums.held}/${sums.planned} hoạt động`), null, null, null, null]
  return writeXlsxFile(
    [
      COLUMNS.map(({ header }) => ({ type: String, value: header, fontWeight: 'bold' as const })),
      ...campaign.list.map((row, index) => COLUMNS.map(({ cell }) => cell(row, index))),
      [...total, count(sums.residents), count(sums.staff), count(sums.guests), null, null],
    ],
    { sheet: 'Hoạt động', columns: COLUMNS.map(({ width }) => ({ width })), stickyRowsCount: 1 },
  ).toBuffer()
}
