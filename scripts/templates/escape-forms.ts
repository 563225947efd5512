import { IDENTITY } from './identity-lines.ts'
import { form, issued } from './layout.ts'
import { part, text } from './paragraphs.ts'
import { besidePhoto, listTable, numbered, type Block } from './tables.ts'

/** The place of the photo of the record, 3 by 4 cm. */
const PHOTO = { content: '{anh}', width: 1701 }

/** What the papers of an escape say of the person (INC-09, D163 Phụ lục V Mẫu 43). */
const SEARCHED = [
  ...IDENTITY,
  'Nghề nghiệp: {nghe_nghiep}',
  'Chiều cao: {chieu_cao} cm.    Cân nặng: {can_nang} kg',
  'Dấu hiệu riêng: {dau_hieu}',
  'Vóc dáng, tóc, giọng nói: {nhan_dang}',
  'Trang phục khi bỏ trốn: {trang_phuc}',
  'Diện: {dien}; số hồ sơ: {ma_ho_so}; quyết định số {so_quyet_dinh} ngày {ngay_quyet_dinh} của {co_quan_quyet_dinh}',
]

/** What somebody is known by in the street. */
const KNOWN_BY = [
  'Họ và tên: **{ho_ten_hoa}**',
  'Tên gọi khác: {ten_khac}',
  'Ngày sinh: {ngay_sinh}.    Giới tính: {gioi_tinh}.    Dân tộc: {dan_toc}',
  '{loai_giay_to}: {so_giay_to}',
  'Nơi thường trú: {noi_thuong_tru}',
  'Nơi ở hiện tại: {noi_o_hien_tai}',
  ...SEARCHED.slice(7, -1),
]

const ESCAPED = [
  'Thời gian bỏ trốn: **{thoi_gian_bo_tron}**; từ: {noi_bo_tron}',
  'Thấy lần cuối: {thay_lan_cuoi}',
  'Hướng đi, phương tiện: {huong_di}',
  'Nơi có thể đến: {noi_co_the_den}',
]

function relatives(): Block {
  return numbered('than_nhan', [
    ['Họ và tên', 'ten', 28],
    ['Quan hệ', 'quan_he', 16],
    ['Năm sinh', 'nam_sinh', 14],
    ['Nơi ở, điện thoại', 'noi_o', 36],
  ])
}

/** The decision to search for somebody (Mẫu 43; in D116 without a number). */
export function searchDecision(): Block[] {
  return issued('QUYẾT ĐỊNH', 'Truy tìm người bỏ trốn khỏi cơ sở cai nghiện', [
    text('Căn cứ {can_cu};'),
    text('Xét báo cáo vụ việc số {so_vu_viec},'),
    part('Điều 1. Truy tìm người có tên sau đây'),
    besidePhoto(SEARCHED.slice(0, 5), PHOTO),
    ...SEARCHED.slice(5),
    ...ESCAPED,
    part('Quan hệ gia đình, xã hội; nơi liên hệ'),
    relatives(),
    part('Điều 2. Trách nhiệm'),
    'Các cơ quan, đơn vị có liên quan phối hợp truy tìm; khi phát hiện người có tên tại Điều 1 thì báo ngay cho ' +
      '{ten_co_so_thuong} hoặc cơ quan Công an nơi gần nhất.',
    'Thời gian bỏ trốn không được tính vào thời hạn cai nghiện.',
    '{y_kien_khac}',
    part('Điều 3. Quyết định này có hiệu lực kể từ ngày ký.'),
  ])
}

/**
 * The sheet that goes with those who search: the photo large, and what they must know, on one page. Outsiders read it:
 * who of the staff saw the person on what occasion stays out.
 */
export function searchSheet(): Block[] {
  return form('PHIẾU ẢNH TRUY TÌM NGƯỜI BỎ TRỐN', null, [
    text(
      'Vụ việc số {so_vu_viec}. Ai thấy người này báo ngay cho {ten_co_so_thuong} hoặc Công an nơi gần nhất.',
    ),
    besidePhoto(KNOWN_BY, { content: '{anh}', width: 2835 }),
    ...ESCAPED,
    part('Quan hệ gia đình, xã hội; nơi liên hệ'),
    listTable('than_nhan', [
      ['Họ và tên', 'ten', 26],
      ['Quan hệ', 'quan_he', 18],
      ['Nơi ở, điện thoại', 'noi_o', 56],
    ]),
  ])
}

/** The notice of an escape to the police that made the dossier, or that stands where the centre does. */
export function escapeNotice(): Block[] {
  return issued('THÔNG BÁO', 'Người cai nghiện bỏ trốn', [
    text('Kính gửi: {kinh_gui}'),
    text('{ten_co_so_thuong} thông báo người có tên sau đây đã bỏ trốn (vụ việc số {so_vu_viec}):'),
    besidePhoto(SEARCHED.slice(0, 5), PHOTO),
    ...SEARCHED.slice(5),
    ...ESCAPED,
    part('Diễn biến'),
    '{dien_bien}',
    part('Những lần thấy sau cùng'),
    numbered('lan_thay', [['Lúc, ở đâu, ai thấy', 'luc', 94]]),
    part('Quan hệ gia đình, xã hội; nơi liên hệ'),
    relatives(),
    text('Đề nghị quý cơ quan phối hợp truy tìm, khi có tin thì báo ngay cho cơ sở.'),
    '{y_kien_khac}',
  ])
}
