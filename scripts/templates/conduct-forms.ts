import { IDENTITY, STAY } from './identity-lines.ts'
import { issued } from './layout.ts'
import { part, text, title } from './paragraphs.ts'
import { signatures, signer } from './signing.ts'
import { numbered, type Block } from './tables.ts'

/** Minutes of the council that weighs a discipline or a reward. */
export function councilMinutes(): Block[] {
  return issued('BIÊN BẢN', 'Họp hội đồng khen thưởng, kỷ luật người cai nghiện', [
    text('Hôm nay, hồi {gio_hop}, tại {dia_diem_hop}, hội đồng họp xét {loai_vu} người cai nghiện.'),
    'Chủ trì: **{chu_tri}**.    Thư ký: {thu_ky}',
    part('I. THÀNH VIÊN HỘI ĐỒNG'),
    numbered('thanh_vien', [
      ['Họ và tên', 'ten', 34],
      ['Chức vụ', 'chuc_vu', 34],
      ['Biểu quyết', 'bieu_quyet', 26],
    ]),
    part('II. NGƯỜI ĐƯỢC XÉT'),
    ...IDENTITY,
    STAY,
    part('III. NỘI DUNG'),
    'Ngày xảy ra: {ngay_xay_ra}',
    '{noi_dung}',
    part('IV. DIỄN BIẾN, KẾT LUẬN'),
    '{dien_bien}',
    'Kết quả biểu quyết: đồng ý {so_dong_y}; không đồng ý {so_khong_dong_y}; không biểu quyết {so_khong_bieu_quyet}.',
    'Hội đồng đề nghị hình thức: **{hinh_thuc}**; thời gian thi hành: {thoi_han_thi_hanh}.',
    part('V. Ý KIẾN KHÁC'),
    '{y_kien_khac}',
    text(
      'Biên bản kết thúc hồi …… giờ …… phút cùng ngày, đã đọc lại cho các thành viên cùng nghe và ký tên.',
    ),
    ...signatures(signer('THƯ KÝ', '{thu_ky}'), signer('CHỦ TRÌ', '{chu_tri}')),
  ])
}

interface DecisionWords {
  about: string
  given: string
  ground: string
  last: string
}

function decision(words: DecisionWords): Block[] {
  return issued('QUYẾT ĐỊNH', words.about, [
    ...title('{chuc_danh_nguoi_ky}', null),
    text('Căn cứ {can_cu};'),
    text('{bien_ban_hop}'),
    ...title('QUYẾT ĐỊNH:', null),
    part(`Điều 1. ${words.given} người có tên sau đây bằng hình thức: {hinh_thuc}`),
    ...IDENTITY,
    STAY,
    `${words.ground} (ngày {ngay_xay_ra}):`,
    '{noi_dung}',
    part(`Điều 2. ${words.last}`),
    part('Điều 3. Tổ quản lý học viên, người có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.'),
  ])
}

/** The decision to discipline. */
export function disciplineDecision(): Block[] {
  return decision({
    about: 'Về việc kỷ luật người cai nghiện',
    given: 'Kỷ luật',
    ground: 'Hành vi vi phạm',
    last: 'Thời gian thi hành: {thoi_han_thi_hanh}',
  })
}

/** The decision to reward. */
export function rewardDecision(): Block[] {
  return decision({
    about: 'Về việc khen thưởng người cai nghiện',
    given: 'Khen thưởng',
    ground: 'Thành tích',
    last: 'Quyết định được công bố trước tập thể và lưu hồ sơ người cai nghiện.',
  })
}
