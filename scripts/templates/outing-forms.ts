import { DOSSIER, IDENTITY } from './identity-lines.ts'
import { form, issued } from './layout.ts'
import { part, text } from './paragraphs.ts'
import { signatures, signer } from './signing.ts'
import type { Block } from './tables.ts'

/** The application of a family for leave to a funeral. */
export function leaveApplication(): Block[] {
  return form('ĐƠN XIN VỀ CHỊU TANG', null, [
    text('Kính gửi: {ten_co_so_thuong}'),
    'Tôi là: **{nguoi_lam_don}**',
    text('Đề nghị cho người cai nghiện sau đây về chịu tang:'),
    ...IDENTITY,
    DOSSIER,
    'Người chết: {nguoi_chet}, là {quan_he} của người cai nghiện',
    'Giấy tờ kèm theo: {giay_to_kem}',
    'Nơi tổ chức tang lễ: {noi_den}',
    'Thời gian xin về: từ {di_luc} đến {ve_luc}; thời gian đi đường {ngay_di_duong} ngày',
    'Người đón, đưa trở lại: {nguoi_di_cung}',
    text(
      'Gia đình cam kết quản lý, đưa người cai nghiện trở lại cơ sở đúng thời hạn và chịu chi phí đi lại.',
    ),
    part('Xác nhận của cơ quan có thẩm quyền'),
    '…………………………………………………………………………',
    ...signatures(
      signer('NGƯỜI CAI NGHIỆN', '{ho_ten}', 'thumb'),
      signer('NGƯỜI LÀM ĐƠN', '{nguoi_lam_don}'),
    ),
  ])
}

/** The decision that lets somebody go to a funeral. */
export function leaveDecision(): Block[] {
  return issued('QUYẾT ĐỊNH', 'Về việc cho người cai nghiện về chịu tang', [
    text('Xét đơn của {nguoi_lam_don} và {giay_to_kem};'),
    part('Điều 1. Cho người có tên sau đây về chịu tang {quan_he}: {nguoi_chet}'),
    ...IDENTITY,
    DOSSIER,
    'Nơi đến: {noi_den}',
    part('Điều 2. Thời gian'),
    'Từ {di_luc} đến {ve_luc}; trong đó thời gian đi đường {ngay_di_duong} ngày',
    part('Điều 3. Trách nhiệm'),
    'Gia đình nhận, quản lý và đưa người cai nghiện trở lại cơ sở đúng thời hạn, chịu chi phí đi lại.',
    'Thời gian về chịu tang được tính vào thời hạn. Khi trở lại, người cai nghiện được kiểm tra sức khỏe và việc sử dụng ma túy.',
    '{y_kien_khac}',
  ])
}

/** Minutes of handing a person over for an outing. */
export function outingHandOver(about: string, person: string): Block[] {
  return issued('BIÊN BẢN', about, [
    text('Hôm nay, {dia_danh_ngay}, tại {ten_co_so_thuong}, chúng tôi gồm:'),
    part('I. BÊN GIAO'),
    'Ông (bà): {ben_giao_ho_ten}',
    'Đơn vị: {ten_co_so_thuong}',
    part('II. BÊN NHẬN'),
    'Ông (bà): {ben_nhan_ho_ten}.    Chức vụ hoặc quan hệ: {ben_nhan_chuc_vu}',
    'Cơ quan (nếu có): {co_quan_yeu_cau}',
    text(`Đã giao, nhận ${person} có tên sau đây:`),
    ...IDENTITY,
    DOSSIER,
    'Nơi đến: {noi_den}',
    'Thời gian: từ {di_luc} đến {ve_luc}',
    'Người đi cùng, áp giải: {nguoi_di_cung}',
    part('Tình trạng sức khỏe, tư trang, ý kiến khác'),
    '{y_kien_khac}',
    text('Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.'),
    ...signatures(
      signer('BÊN GIAO', '{ben_giao_ho_ten}'),
      signer('NGƯỜI ĐƯỢC GIAO', '{ho_ten}', 'thumb'),
      signer('BÊN NHẬN', '{ben_nhan_ho_ten}'),
    ),
  ])
}

/** The decision that sends a person out for proceedings or a court. */
export function outOrder(): Block[] {
  return issued('QUYẾT ĐỊNH', 'Tạm thời đưa người ra khỏi cơ sở cai nghiện', [
    text('Căn cứ văn bản yêu cầu {so_van_ban_yeu_cau} của {co_quan_yeu_cau};'),
    part('Điều 1. Tạm thời đưa ra khỏi cơ sở người có tên sau đây'),
    ...IDENTITY,
    DOSSIER,
    'Lý do: {ly_do}',
    'Nơi đến: {noi_den}',
    part('Điều 2. Thời gian'),
    'Từ {di_luc} đến {ve_luc}',
    part('Điều 3. Trách nhiệm'),
    'Cơ quan yêu cầu chịu trách nhiệm quản lý từ khi nhận đến khi giao trả người tại cơ sở.',
  ])
}

/** The proposal to suspend a decision. */
export function suspensionProposal(): Block[] {
  return issued('ĐỀ NGHỊ', 'Tạm đình chỉ thi hành quyết định', [
    text('Kính gửi: ……………………………………………'),
    text('{ten_co_so_thuong} đề nghị tạm đình chỉ thi hành quyết định đối với:'),
    ...IDENTITY,
    'Diện: {dien}; quyết định số {so_quyet_dinh} ngày {ngay_quyet_dinh} của {co_quan_quyet_dinh}',
    'Thời hạn: {thoi_han}, từ ngày {ngay_bat_dau} đến ngày {ngay_het_han}',
    part('Lý do đề nghị'),
    '{ly_do}',
    'Nơi điều trị: {noi_den}; người chăm sóc: {nguoi_di_cung}',
    part('Tài liệu kèm theo'),
    '…………………………………………………………………………',
    '{y_kien_khac}',
  ])
}
