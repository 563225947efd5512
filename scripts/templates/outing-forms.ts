import { IDENTITY } from './identity-lines.ts'
import { heading, line, part, recipientsAndHead, signatures, text, title, type Block } from './layout.ts'

/** The application of a family for leave to a funeral. */
export function leaveApplication(): Block[] {
  return [
    ...heading(),
    ...title('ĐƠN XIN VỀ CHỊU TANG', null),
    text('Kính gửi: {ten_co_so_thuong}'),
    line('Tôi là: **{nguoi_lam_don}**'),
    text('Đề nghị cho người cai nghiện sau đây về chịu tang:'),
    ...IDENTITY.map(line),
    line('Diện: {dien}; số hồ sơ: {ma_ho_so}'),
    line('Người chết: {nguoi_chet}, là {quan_he} của người cai nghiện'),
    line('Giấy tờ kèm theo: {giay_to_kem}'),
    line('Nơi tổ chức tang lễ: {noi_den}'),
    line('Thời gian xin về: từ {di_luc} đến {ve_luc}; thời gian đi đường {ngay_di_duong} ngày'),
    line('Người đón, đưa trở lại: {nguoi_di_cung}'),
    text(
      'Gia đình cam kết quản lý, đưa người cai nghiện trở lại cơ sở đúng thời hạn và chịu chi phí đi lại.',
    ),
    part('Xác nhận của cơ quan có thẩm quyền'),
    line('…………………………………………………………………………'),
    ...signatures([
      { title: 'NGƯỜI CAI NGHIỆN', how: '(Ký, ghi rõ họ tên hoặc điểm chỉ)', name: '{ho_ten}', thumb: true },
      { title: 'NGƯỜI LÀM ĐƠN', how: '(Ký, ghi rõ họ tên)', name: '{nguoi_lam_don}' },
    ]),
  ]
}

/** The decision that lets somebody go to a funeral. */
export function leaveDecision(): Block[] {
  return [
    ...heading(),
    ...title('QUYẾT ĐỊNH', 'Về việc cho người cai nghiện về chịu tang'),
    text('Xét đơn của {nguoi_lam_don} và {giay_to_kem};'),
    part('Điều 1. Cho người có tên sau đây về chịu tang {quan_he}: {nguoi_chet}'),
    ...IDENTITY.map(line),
    line('Diện: {dien}; số hồ sơ: {ma_ho_so}'),
    line('Nơi đến: {noi_den}'),
    part('Điều 2. Thời gian'),
    line('Từ {di_luc} đến {ve_luc}; trong đó thời gian đi đường {ngay_di_duong} ngày'),
    part('Điều 3. Trách nhiệm'),
    line('Gia đình nhận, quản lý và đưa người cai nghiện trở lại cơ sở đúng thời hạn, chịu chi phí đi lại.'),
    line(
      'Thời gian về chịu tang được tính vào thời hạn. Khi trở lại, người cai nghiện được kiểm tra sức khỏe và việc sử dụng ma túy.',
    ),
    line('{y_kien_khac}'),
    ...recipientsAndHead(),
  ]
}

/** Minutes of handing a person over for an outing. */
export function outingHandOver(about: string, person: string): Block[] {
  return [
    ...heading(),
    ...title('BIÊN BẢN', about),
    text('Hôm nay, {dia_danh_ngay}, tại {ten_co_so_thuong}, chúng tôi gồm:'),
    part('I. BÊN GIAO'),
    line('Ông (bà): {ben_giao_ho_ten}'),
    line('Đơn vị: {ten_co_so_thuong}'),
    part('II. BÊN NHẬN'),
    line('Ông (bà): {ben_nhan_ho_ten}.    Chức vụ hoặc quan hệ: {ben_nhan_chuc_vu}'),
    line('Cơ quan (nếu có): {co_quan_yeu_cau}'),
    text(`Đã giao, nhận ${person} có tên sau đây:`),
    ...IDENTITY.map(line),
    line('Diện: {dien}; số hồ sơ: {ma_ho_so}'),
    line('Nơi đến: {noi_den}'),
    line('Thời gian: từ {di_luc} đến {ve_luc}'),
    line('Người đi cùng, áp giải: {nguoi_di_cung}'),
    part('Tình trạng sức khỏe, tư trang, ý kiến khác'),
    line('{y_kien_khac}'),
    text('Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.'),
    ...signatures([
      { title: 'BÊN GIAO', how: '(Ký, ghi rõ họ tên)', name: '{ben_giao_ho_ten}' },
      { title: 'NGƯỜI ĐƯỢC GIAO', how: '(Ký, ghi rõ họ tên hoặc điểm chỉ)', name: '{ho_ten}', thumb: true },
      { title: 'BÊN NHẬN', how: '(Ký, ghi rõ họ tên)', name: '{ben_nhan_ho_ten}' },
    ]),
    ...recipientsAndHead(),
  ]
}

/** The decision that sends a person out for proceedings or a court. */
export function outOrder(): Block[] {
  return [
    ...heading(),
    ...title('QUYẾT ĐỊNH', 'Tạm thời đưa người ra khỏi cơ sở cai nghiện'),
    text('Căn cứ văn bản yêu cầu {so_van_ban_yeu_cau} của {co_quan_yeu_cau};'),
    part('Điều 1. Tạm thời đưa ra khỏi cơ sở người có tên sau đây'),
    ...IDENTITY.map(line),
    line('Diện: {dien}; số hồ sơ: {ma_ho_so}'),
    line('Lý do: {ly_do}'),
    line('Nơi đến: {noi_den}'),
    part('Điều 2. Thời gian'),
    line('Từ {di_luc} đến {ve_luc}'),
    part('Điều 3. Trách nhiệm'),
    line('Cơ quan yêu cầu chịu trách nhiệm quản lý từ khi nhận đến khi giao trả người tại cơ sở.'),
    ...recipientsAndHead(),
  ]
}

/** The proposal to suspend a decision. */
export function suspensionProposal(): Block[] {
  return [
    ...heading(),
    ...title('ĐỀ NGHỊ', 'Tạm đình chỉ thi hành quyết định'),
    text('Kính gửi: ……………………………………………'),
    text('{ten_co_so_thuong} đề nghị tạm đình chỉ thi hành quyết định đối với:'),
    ...IDENTITY.map(line),
    line('Diện: {dien}; quyết định số {so_quyet_dinh} ngày {ngay_quyet_dinh} của {co_quan_quyet_dinh}'),
    line('Thời hạn: {thoi_han}, từ ngày {ngay_bat_dau} đến ngày {ngay_het_han}'),
    part('Lý do đề nghị'),
    line('{ly_do}'),
    line('Nơi điều trị: {noi_den}; người chăm sóc: {nguoi_di_cung}'),
    part('Tài liệu kèm theo'),
    line('…………………………………………………………………………'),
    line('{y_kien_khac}'),
    ...recipientsAndHead(),
  ]
}
