import type { INCIDENT_EDITION_IDS } from '#domain/documents/incident-editions.ts'
import { DECISION, IDENTITY, STAY } from './identity-lines.ts'
import { form, issued } from './layout.ts'
import { part, text, title } from './paragraphs.ts'
import { NOBODY, signatures, signer } from './signing.ts'
import { numbered, type Block } from './tables.ts'

type IncidentEditionId = (typeof INCIDENT_EDITION_IDS)[number]

const OF_INCIDENT = 'Vụ việc số **{so_vu_viec}**: {loai_vu_viec}; xảy ra {xay_ra_luc}, tại {noi_xay_ra}.'
const ENDS =
  'Biên bản kết thúc hồi …… giờ …… phút cùng ngày, đã đọc lại cho những người có tên trên cùng nghe, công nhận ' +
  'đúng và cùng ký tên dưới đây.'

function today(who: string): Block {
  return text(`Hôm nay, ngày {ngay_lap}, tại {noi_lap}, ${who}`)
}

function people(): Block {
  return numbered('nguoi', [
    ['Họ và tên', 'ten', 30],
    ['Vai trò', 'vai_tro', 26],
    ['Khu, giường', 'noi_o', 18],
    ['Xử lý', 'xu_ly', 18],
  ])
}

function exhibits(): Block {
  return numbered('vat', [
    ['Tên, đặc điểm', 'ten', 30],
    ['Số lượng', 'so_luong', 13],
    ['Thấy lúc, ở đâu, của ai', 'thay_o', 26],
    ['Niêm phong', 'niem_phong', 13],
    ['Người giữ', 'nguoi_giu', 16],
  ])
}

function incidentMinutes(): Block[] {
  return issued('BIÊN BẢN', 'Vụ việc {loai_vu_viec}', [
    today('chúng tôi lập biên bản về vụ việc sau đây:'),
    'Người lập biên bản: {nguoi_lap}.    Người chứng kiến: {nguoi_chung_kien}',
    part('I. THỜI GIAN, ĐỊA ĐIỂM'),
    'Vụ việc số: **{so_vu_viec}**',
    'Xảy ra {xay_ra_luc}, tại {noi_xay_ra}',
    '{nguoi_bao} báo lúc {bao_luc}: {noi_dung}',
    part('II. NGƯỜI CÓ LIÊN QUAN, NGƯỜI LÀM CHỨNG'),
    people(),
    part('III. DIỄN BIẾN'),
    '{dien_bien}',
    part('IV. NGƯỜI BỊ THƯƠNG'),
    '{thuong_tich}',
    part('V. ĐỒ VẬT THU GIỮ'),
    exhibits(),
    part('VI. BIỆN PHÁP ĐÃ LÀM'),
    '{bien_phap}',
    part('VII. Ý KIẾN KHÁC'),
    '{y_kien_khac}',
    text(ENDS),
    ...signatures(
      signer('NGƯỜI CÓ LIÊN QUAN', '', 'hand-or-thumb'),
      signer('NGƯỜI CHỨNG KIẾN', '{nguoi_chung_kien}', 'hand-or-thumb'),
      signer('NGƯỜI LẬP BIÊN BẢN', '{nguoi_lap}'),
    ),
  ])
}

function injuryMinutes(): Block[] {
  return issued('BIÊN BẢN', 'Ghi nhận thương tích', [
    today('tổ y tế ghi nhận thương tích của những người có tên dưới đây.'),
    text(OF_INCIDENT),
    'Người lập biên bản: {nguoi_lap}.    Người chứng kiến: {nguoi_chung_kien}',
    part('Kết quả khám'),
    numbered('thuong', [
      ['Họ và tên', 'ten', 24],
      ['Khám lúc, ai khám', 'luc', 22],
      ['Tình trạng thương tích', 'ket_qua', 28],
      ['Xử trí', 'xu_tri', 20],
    ]),
    part('Ý kiến khác'),
    '{y_kien_khac}',
    text(ENDS),
    ...signatures(
      signer('NGƯỜI BỊ THƯƠNG', '', 'hand-or-thumb'),
      signer('NGƯỜI CHỨNG KIẾN', '{nguoi_chung_kien}', 'hand-or-thumb'),
      signer('NGƯỜI LẬP BIÊN BẢN', '{nguoi_lap}'),
    ),
  ])
}

function seizureMinutes(): Block[] {
  return issued('BIÊN BẢN', 'Thu giữ, niêm phong đồ vật', [
    today('chúng tôi lập biên bản thu giữ, niêm phong đồ vật trong vụ việc sau đây.'),
    text(OF_INCIDENT),
    'Người thu giữ, lập biên bản: {nguoi_lap}',
    'Người có đồ vật: {nguoi_co_vat}.    Người chứng kiến: {nguoi_chung_kien}',
    part('I. ĐỒ VẬT THU GIỮ'),
    exhibits(),
    part('II. NIÊM PHONG, GIAO NHẬN TỪ KHI THU GIỮ'),
    numbered('chuoi', [
      ['Vật', 'vat', 20],
      ['Lúc, việc', 'luc', 24],
      ['Người giao', 'giao', 18],
      ['Người nhận', 'nhan', 18],
      ['Niêm phong', 'niem_phong', 14],
    ]),
    part('III. TÌNH TRẠNG NIÊM PHONG, Ý KIẾN KHÁC'),
    '{y_kien_khac}',
    text(
      'Đồ vật được niêm phong trước mặt những người có tên trên, giấy niêm phong có chữ ký của họ. Biên bản được lập ' +
        'thành 02 bản, đã đọc lại cho cùng nghe, công nhận đúng và cùng ký tên.',
    ),
    ...signatures(
      signer('NGƯỜI CÓ ĐỒ VẬT', '{nguoi_co_vat}', 'hand-or-thumb'),
      signer('NGƯỜI CHỨNG KIẾN', '{nguoi_chung_kien}', 'hand-or-thumb'),
      signer('NGƯỜI THU GIỮ', '{nguoi_lap}'),
    ),
  ])
}

function exhibitHandOver(): Block[] {
  return issued('BIÊN BẢN', 'Bàn giao vật chứng', [
    today('chúng tôi gồm:'),
    part('I. BÊN GIAO'),
    'Ông (bà): {ben_giao_ho_ten}.    Chức vụ: {ben_giao_chuc_vu}',
    'Đơn vị: {ten_co_so_thuong}',
    part('II. BÊN NHẬN'),
    'Ông (bà): {ben_nhan_ho_ten}.    Chức vụ: {ben_nhan_chuc_vu}',
    'Đơn vị: {ben_nhan_don_vi}',
    text('Đã bàn giao vật chứng của vụ việc sau đây.'),
    text(OF_INCIDENT),
    'Lý do bàn giao: {ly_do}',
    part('III. VẬT CHỨNG'),
    exhibits(),
    part('IV. TÌNH TRẠNG NIÊM PHONG, Ý KIẾN KHÁC'),
    '{y_kien_khac}',
    text('Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.'),
    ...signatures(signer('BÊN GIAO', '{ben_giao_ho_ten}'), signer('BÊN NHẬN', '{ben_nhan_ho_ten}')),
  ])
}

function statement(): Block[] {
  return form('BIÊN BẢN', 'Ghi lời khai', [
    today('tôi ghi lời khai của người có tên dưới đây.'),
    'Người ghi: {nguoi_lap}',
    part('I. NGƯỜI KHAI'),
    ...IDENTITY,
    'Vai trò trong vụ việc: {vai_tro}',
    part('II. VỀ VỤ VIỆC'),
    OF_INCIDENT,
    part('III. LỜI KHAI'),
    '{loi_khai}',
    text(
      'Biên bản kết thúc hồi …… giờ …… phút cùng ngày. Tôi đã đọc lại (được nghe đọc lại), công nhận đúng lời tôi khai ' +
        'và ký tên dưới đây.',
    ),
    ...signatures(signer('NGƯỜI KHAI', '{ho_ten}', 'thumb'), signer('NGƯỜI GHI', '{nguoi_lap}')),
  ])
}

function account(): Block[] {
  return form('BẢN TƯỜNG TRÌNH', 'Về vụ việc số {so_vu_viec}', [
    text('Kính gửi: {kinh_gui}'),
    'Tôi là: **{ho_ten}**.    Đơn vị: {ten_co_so_thuong}',
    'Vai trò trong vụ việc: {vai_tro}',
    OF_INCIDENT,
    part('Tôi tường trình như sau'),
    '{loi_khai}',
    text('Tôi cam đoan nội dung trên là đúng và chịu trách nhiệm về lời tường trình của mình.'),
    ...signatures(NOBODY, signer('NGƯỜI TƯỜNG TRÌNH', '{ho_ten}')),
  ])
}

function decision(): Block[] {
  return issued('QUYẾT ĐỊNH', 'Về việc xử lý vụ việc số {so_vu_viec}', [
    ...title('{chuc_danh_nguoi_ky}', null),
    text('Căn cứ nội quy, quy chế của {ten_co_so_thuong};'),
    text('Xét biên bản, báo cáo và kết luận vụ việc số {so_vu_viec} {ket_luan_luc};'),
    ...title('QUYẾT ĐỊNH:', null),
    part('Điều 1. Kết luận vụ việc {loai_vu_viec}, xảy ra {xay_ra_luc}, tại {noi_xay_ra}'),
    '{ket_luan}',
    part('Điều 2. Xử lý đối với những người có liên quan'),
    people(),
    '{bien_phap}',
    part(
      'Điều 3. {don_vi_thi_hanh} và những người có tên tại Điều 2 chịu trách nhiệm thi hành Quyết định này.',
    ),
  ])
}

function report(): Block[] {
  return issued('BÁO CÁO', 'Vụ việc {loai_vu_viec} xảy ra ngày {ngay_xay_ra}', [
    text('Kính gửi: {kinh_gui}'),
    text('{ten_co_so_thuong} báo cáo vụ việc số {so_vu_viec} như sau:'),
    part('1. Thời gian, địa điểm'),
    'Xảy ra {xay_ra_luc}, tại {noi_xay_ra}; báo {bao_luc}',
    part('2. Người có liên quan'),
    people(),
    part('3. Diễn biến'),
    '{noi_dung}',
    '{dien_bien}',
    part('4. Hậu quả'),
    '{thuong_tich}',
    part('5. Đồ vật thu giữ'),
    exhibits(),
    part('6. Biện pháp đã làm'),
    '{bien_phap}',
    part('7. Kết luận'),
    '{ket_luan}',
    part('8. Đề nghị'),
    '{kien_nghi}',
  ])
}

function deathNotice(): Block[] {
  return issued('THÔNG BÁO', 'Người cai nghiện chết', [
    text('Kính gửi: {kinh_gui}'),
    text('Căn cứ {can_cu}, {ten_co_so_thuong} thông báo người có tên sau đây đã chết:'),
    ...IDENTITY,
    STAY,
    DECISION,
    'Chết {xay_ra_luc}, tại {noi_chet}',
    'Nguyên nhân (theo kết luận bước đầu): {nguyen_nhan}',
    'Vụ việc số: {so_vu_viec}',
    part('Đề nghị'),
    '{kien_nghi}',
  ])
}

function familyAbsent(witnesses: string): Block[] {
  return issued('BIÊN BẢN', 'Về việc gia đình người chết không đến', [
    today('chúng tôi lập biên bản về việc sau đây:'),
    'Người lập biên bản: {nguoi_lap}',
    `${witnesses}: 1. {nguoi_chung_kien};  2. {nguoi_chung_kien_2}`,
    part('I. NGƯỜI CHẾT'),
    ...IDENTITY,
    STAY,
    'Chết {xay_ra_luc}, tại {noi_xay_ra} (vụ việc số {so_vu_viec})',
    part('II. NỘI DUNG'),
    text(
      'Cơ sở đã báo gia đình người chết lúc {bao_gia_dinh_luc}. Đến nay đã quá {so_gio_cho} giờ mà gia đình không đến nhận. ' +
        'Căn cứ {can_cu}, Trưởng cơ sở tổ chức mai táng, kinh phí do nhà nước bảo đảm.',
    ),
    'Nơi mai táng: {noi_mai_tang}',
    part('III. Ý KIẾN KHÁC'),
    '{y_kien_khac}',
    text(ENDS),
    ...signatures(
      signer('NGƯỜI LÀM CHỨNG 1', '{nguoi_chung_kien}', 'hand-or-thumb'),
      signer('NGƯỜI LÀM CHỨNG 2', '{nguoi_chung_kien_2}', 'hand-or-thumb'),
      signer('NGƯỜI LẬP BIÊN BẢN', '{nguoi_lap}'),
    ),
  ])
}

/** What the template of each paper of an incident says. */
export const INCIDENT_BLOCKS: Record<IncidentEditionId, () => Block[]> = {
  'bien-ban-vu-viec': incidentMinutes,
  'bien-ban-thuong-tich': injuryMinutes,
  'bien-ban-thu-giu': seizureMinutes,
  'bien-ban-vat-chung': exhibitHandOver,
  'bien-ban-loi-khai': statement,
  'ban-tuong-trinh': account,
  'qd-xu-ly-vu-viec': decision,
  'bao-cao-vu-viec': report,
  'd163-thong-bao-chet': deathNotice,
  'd116-thong-bao-chet': deathNotice,
  'd163-gia-dinh-vang': () => familyAbsent('Người làm chứng'),
  'd116-gia-dinh-vang': () => familyAbsent('Hai người cai nghiện làm chứng'),
}

/** Is it an edition of a paper of an incident? */
export function isIncidentEdition(id: string): id is IncidentEditionId {
  return Object.hasOwn(INCIDENT_BLOCKS, id)
}
