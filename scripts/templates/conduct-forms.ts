import { IDENTITY, STAY } from './identity-lines.ts'
import { form, issued } from './layout.ts'
import { part, text, title } from './paragraphs.ts'
import { signatures, signer } from './signing.ts'
import { numbered, type Block } from './tables.ts'

/** Minutes of the council that weighs a discipline or a reward: signed by who took them and who chaired. */
export function councilMinutes(): Block[] {
  return form('BIÊN BẢN', 'Họp hội đồng khen thưởng, kỷ luật người cai nghiện', [
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
    'Ý kiến khác: {y_kien_khac}',
    text(
      'Biên bản kết thúc hồi …… giờ …… phút cùng ngày, đã đọc lại cho các thành viên cùng nghe và ký tên.',
      { keepNext: true },
    ),
    ...signatures(
      signer('THÀNH VIÊN HỘI ĐỒNG', ''),
      signer('THƯ KÝ', '{thu_ky}'),
      signer('CHỦ TRÌ', '{chu_tri}'),
    ),
  ])
}

/** A decision on conduct: who decides, on what ground, then its articles. */
function decision(about: string, grounds: readonly string[], articles: readonly (string | Block)[]): Block[] {
  return issued('QUYẾT ĐỊNH', about, [
    ...title('{chuc_danh_nguoi_ky}', null),
    text('Căn cứ {can_cu};'),
    ...grounds.map((ground) => text(ground)),
    ...title('QUYẾT ĐỊNH:', null),
    ...articles,
    text(
      '**Điều 3.** Quyết định có hiệu lực kể từ ngày ký. Tổ quản lý học viên và người có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.',
    ),
  ])
}

/** Discipline or reward by its form: whom, for what, and what follows. */
function given(words: { about: string; act: string; ground: string; last: string }): Block[] {
  return decision(
    words.about,
    ['{bien_ban_hop}'],
    [
      text(`**Điều 1.** ${words.act} người có tên sau đây bằng hình thức: **{hinh_thuc}**.`),
      ...IDENTITY,
      STAY,
      `${words.ground} (ngày {ngay_xay_ra}): {noi_dung}`,
      text(`**Điều 2.** ${words.last}`),
    ],
  )
}

/** The decision to discipline. */
export function disciplineDecision(): Block[] {
  return given({
    about: 'Về việc kỷ luật người cai nghiện',
    act: 'Kỷ luật',
    ground: 'Hành vi vi phạm',
    last: 'Thời gian thi hành: {thoi_han_thi_hanh}.',
  })
}

/** The decision to reward. */
export function rewardDecision(): Block[] {
  return given({
    about: 'Về việc khen thưởng người cai nghiện',
    act: 'Khen thưởng',
    ground: 'Thành tích',
    last: 'Quyết định được công bố trước tập thể và lưu hồ sơ người cai nghiện.',
  })
}

/** The decision by which a discipline lasts longer, ends early or is revoked. */
export function disciplineChange(): Block[] {
  return decision(
    'Về việc thi hành kỷ luật người cai nghiện',
    ['Căn cứ Quyết định số {quyet_dinh_ky_luat} về việc kỷ luật người cai nghiện;'],
    [
      text('**Điều 1.** {thay_doi}, đối với người có tên sau đây:'),
      ...IDENTITY,
      STAY,
      '**Điều 2.** Lý do: {ly_do}',
    ],
  )
}
