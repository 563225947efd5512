import { FIGURE_TABLES, type FigureTableId } from '#domain/documents/incident-report.ts'
import { issued } from './layout.ts'
import { part, text } from './paragraphs.ts'
import { listTable, type Block } from './tables.ts'

/** Columns of words are read from the left, all others compared down their middle. */
const WORDS: readonly string[] = ['ten', 'gio_nhieu', 'duong', 'luong']

/** The first column of a table of figures is this many times as wide as the others. */
const WIDE = 2

function figures(id: FigureTableId): Block {
  const columns = Object.entries<string>(FIGURE_TABLES[id].columns)
  return listTable(
    id,
    columns.map(([tag, head], at) => [head, tag, at === 0 ? WIDE : 1] as const),
    columns.map(([tag]) => tag).filter((tag) => !WORDS.includes(tag)),
  )
}

/** The centre's own report on the incidents of a period. */
export function incidentReport(): Block[] {
  return issued('BÁO CÁO', 'Tình hình vụ việc từ {tu_ngay} đến {den_ngay}', [
    text('Phạm vi: {pham_vi}. {khong_tinh}'),
    part('I. SỐ VỤ VIỆC'),
    'Trong kỳ: **{tong}** vụ việc. Kỳ trước ({ky_truoc}): {tong_truoc} vụ việc.',
    figures('theo_loai'),
    part('II. ĐANG MỞ VÀ QUÁ HẠN'),
    '{qua_han}',
    figures('dang_mo'),
    '{da_dong}',
    figures('thoi_gian'),
    part('III. NƠI VÀ GIỜ XẢY RA'),
    figures('theo_khu'),
    ' ',
    figures('theo_thu'),
    part('IV. DIỄN BIẾN THEO THÁNG'),
    figures('theo_thang'),
    part('V. BỎ TRỐN VÀ THƯƠNG TÍCH'),
    figures('tron'),
    ' ',
    figures('thuong_tich'),
    part('VI. CHẤT CẤM'),
    figures('chat_cam'),
    part('VII. HỌC VIÊN CÓ MẶT TRONG NHIỀU VỤ VIỆC'),
    figures('lap_lai'),
    part('VIII. NHẬN XÉT, KIẾN NGHỊ'),
    '{nhan_xet}',
  ])
}
