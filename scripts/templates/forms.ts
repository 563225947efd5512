import type { Document } from 'docx'
import { editionOf, type EditionId } from '#domain/documents/form-editions.ts'
import { councilMinutes, disciplineDecision, rewardDecision } from './conduct-forms.ts'
import { campaignReport, cashCheck, reintegrationPlan, returnMinutes } from './exit-and-house-forms.ts'
import { IDENTITY } from './identity-lines.ts'
import { escapeNotice, searchDecision } from './escape-forms.ts'
import { INCIDENT_BLOCKS, isIncidentEdition } from './incident-forms.ts'
import {
  besidePhoto,
  heading,
  line,
  listTable,
  page,
  part,
  recipientsAndHead,
  signatures,
  text,
  title,
  type Block,
} from './layout.ts'

interface HandOverWords {
  about: string
  /** On what ground the person is handed over. */
  ground: string
  person: string
}

const GROUND_DECISION = 'Căn cứ Quyết định số {so_quyet_dinh} ngày {ngay_quyet_dinh} của {co_quan_quyet_dinh}'

function handOver(words: HandOverWords): Block[] {
  return [
    ...heading(),
    ...title('BIÊN BẢN', words.about),
    text(words.ground),
    text('Hôm nay, hồi {gio_lap}, ngày {ngay_tiep_nhan}, tại {noi_lap}, chúng tôi gồm:'),
    part('I. BÊN GIAO'),
    line('Ông (bà): {ben_giao_ho_ten}.    Cấp bậc, chức vụ: {ben_giao_chuc_vu}'),
    line('Đơn vị: {ben_giao_don_vi}'),
    part('II. BÊN NHẬN'),
    line('Ông (bà): {ben_nhan_ho_ten}.    Cấp bậc, chức vụ: {ben_nhan_chuc_vu}'),
    line('Đơn vị: {ben_nhan_don_vi}'),
    text(`Đã tiến hành giao, nhận ${words.person}, cụ thể như sau:`),
    part('1. Người được giao, nhận'),
    ...IDENTITY.map(line),
    part('2. Tình trạng sức khỏe khi giao, nhận'),
    line('{tinh_trang_suc_khoe}'),
    part('3. Hồ sơ giao, nhận (gồm {so_luong_giay_to} loại giấy tờ)'),
    listTable('giay_to', [
      ['STT', 'stt', 8],
      ['Tên giấy tờ', 'ten', 46],
      ['Số, ngày', 'so_ngay', 32],
      ['Số tờ', 'so_to', 16],
    ]),
    part('4. Tư trang, đồ dùng cá nhân'),
    listTable('do_dung', [
      ['STT', 'stt', 8],
      ['Tên', 'ten', 46],
      ['Số lượng', 'so_luong', 16],
      ['Tình trạng, niêm phong', 'tinh_trang', 32],
    ]),
    part('5. Ý kiến khác'),
    line('{y_kien_khac}'),
    text(
      'Biên bản kết thúc hồi …… giờ …… phút cùng ngày, được lập thành 02 bản có giá trị như nhau, mỗi bên giữ ' +
        '01 bản; đã đọc lại cho những người có tên trên cùng nghe, công nhận đúng và cùng ký tên dưới đây.',
    ),
    ...signatures([
      { title: 'BÊN GIAO', how: '(Ký, ghi rõ họ tên)', name: '{ben_giao_ho_ten}' },
      {
        title: 'NGƯỜI ĐƯỢC GIAO',
        how: '(Ký, ghi rõ họ tên hoặc điểm chỉ)',
        name: '{ho_ten}',
        thumb: true,
      },
      { title: 'BÊN NHẬN', how: '(Ký, ghi rõ họ tên)', name: '{ben_nhan_ho_ten}' },
    ]),
    ...recipientsAndHead(),
  ]
}

function informationSheet(): Block[] {
  return [
    ...heading(),
    ...title('PHIẾU THU THẬP THÔNG TIN', 'NGƯỜI CAI NGHIỆN'),
    part('I. THÔNG TIN CÁ NHÂN'),
    besidePhoto([
      line('1. Họ và tên: **{ho_ten_hoa}**'),
      line('2. Tên gọi khác: {ten_khac}'),
      line('3. Ngày, tháng, năm sinh: {ngay_sinh}.    Giới tính: {gioi_tinh}'),
      line('4. Quốc tịch: {quoc_tich}.    Dân tộc: {dan_toc}.    Tôn giáo: {ton_giao}'),
      line('5. {loai_giay_to} số: {so_giay_to}; cấp ngày {ngay_cap}; nơi cấp: {noi_cap}'),
    ]),
    line('6. Nơi thường trú: {noi_thuong_tru}'),
    line('7. Nơi ở hiện tại: {noi_o_hien_tai}'),
    line('8. Đối tượng chính sách: {doi_tuong_chinh_sach}'),
    line('9. Trình độ học vấn: {hoc_van}'),
    line('10. Nghề nghiệp: {nghe_nghiep}.    Việc làm trước khi vào cơ sở: {viec_lam}'),
    line('11. Tình trạng hôn nhân: {hon_nhan}'),
    line('12. Tiền án: {tien_an}.    Tiền sự: {tien_su}'),
    line(
      '13. Diện: {dien}; số hồ sơ: {ma_ho_so}; lần cai nghiện thứ: {lan_cai_nghien}; ngày vào: {ngay_tiep_nhan}',
    ),
    line('14. Khi cần báo tin cho: {nguoi_bao_tin}; địa chỉ, điện thoại: {dia_chi_bao_tin}'),
    part('II. GIA ĐÌNH'),
    listTable('than_nhan', [
      ['STT', 'stt', 8],
      ['Họ và tên', 'ten', 26],
      ['Quan hệ', 'quan_he', 14],
      ['Năm sinh', 'nam_sinh', 12],
      ['Nghề nghiệp', 'nghe', 17],
      ['Nơi ở, điện thoại', 'noi_o', 25],
    ]),
    part('III. TÌNH TRẠNG SỨC KHỎE'),
    line(
      'Chiều cao: {chieu_cao} cm.    Cân nặng: {can_nang} kg.    Mạch: {mach} lần/phút.    Huyết áp: {huyet_ap} mmHg',
    ),
    line('HIV: {hiv}.    Lao: {lao}.    Viêm gan: {gan}'),
    line('Rối loạn tâm thần: {tam_than}.    Bệnh khác: {benh_khac}'),
    line('Tiền sử bệnh của gia đình: {benh_gia_dinh}'),
    part('IV. TÌNH TRẠNG SỬ DỤNG MA TÚY'),
    listTable('chat', [
      ['STT', 'stt', 8],
      ['Tên chất (mã)', 'ten', 26],
      ['Đường dùng', 'duong_dung', 18],
      ['Lần đầu', 'lan_dau', 16],
      ['Lần gần nhất', 'gan_nhat', 16],
      ['Mức độ', 'muc_do', 18],
    ]),
    line(
      'Đường dùng: uống, hít, hút, tiêm. Mã CDTP: 1 thuốc phiện, 2 morphine, 3 heroin. Mã ATS: 1 amphetamine, 2 methamphetamine.',
    ),
    part('V. LỊCH SỬ CAI NGHIỆN'),
    listTable('lan_cai', [
      ['Lần', 'stt', 8],
      ['Thời gian', 'thoi_gian', 24],
      ['Nơi cai nghiện (mã)', 'noi_cai', 24],
      ['Phương pháp (mã)', 'phuong_phap', 20],
      ['Kết quả', 'ket_qua', 24],
    ]),
    line('Mã nơi cai nghiện: 1 cơ sở cai nghiện, 2 gia đình, cộng đồng, 3 tự nguyện, 4 bệnh viện, 5 khác.'),
    ...signatures([
      {
        title: 'NGƯỜI CUNG CẤP THÔNG TIN',
        how: '(Ký, ghi rõ họ tên hoặc điểm chỉ)',
        name: '{ho_ten}',
        thumb: true,
      },
      { title: 'NGƯỜI THU THẬP THÔNG TIN', how: '(Ký, ghi rõ họ tên)', name: '{nguoi_thu_thap}' },
    ]),
    ...recipientsAndHead(),
  ]
}

function rehabPlan(): Block[] {
  return [
    ...heading(),
    ...title('KẾ HOẠCH CAI NGHIỆN', null),
    part('I. NGƯỜI CAI NGHIỆN'),
    ...IDENTITY.map(line),
    line('Diện: {dien}; số hồ sơ: {ma_ho_so}; lần cai nghiện thứ: {lan_cai_nghien}'),
    line('Quyết định số {so_quyet_dinh} ngày {ngay_quyet_dinh} của {co_quan_quyet_dinh}'),
    line(
      'Thời hạn: {thoi_han}, từ ngày {ngay_bat_dau} đến ngày {ngay_het_han}. Ngày vào cơ sở: {ngay_tiep_nhan}',
    ),
    part('II. MỤC TIÊU'),
    line('{muc_tieu}'),
    part('III. NỘI DUNG THỰC HIỆN'),
    listTable('giai_doan', [
      ['STT', 'stt', 8],
      ['Giai đoạn', 'ten', 24],
      ['Nội dung', 'noi_dung', 22],
      ['Thời gian', 'thoi_gian', 21],
      ['Người phụ trách', 'phu_trach', 14],
      ['Đánh giá', 'danh_gia', 15],
    ]),
    part('IV. GHI CHÚ'),
    line('{ghi_chu}'),
    ...signatures([
      { title: 'NGƯỜI CAI NGHIỆN', how: '(Ký, ghi rõ họ tên hoặc điểm chỉ)', name: '{ho_ten}', thumb: true },
      { title: 'NGƯỜI LẬP KẾ HOẠCH', how: '(Ký, ghi rõ họ tên)', name: '{nguoi_lap}' },
    ]),
    ...recipientsAndHead(),
  ]
}

function depositReceipt(): Block[] {
  return [
    ...heading(),
    ...title('BIÊN NHẬN', 'Tiền, tài sản gửi lưu ký'),
    line('Người có tiền, tài sản gửi: **{ho_ten_hoa}**'),
    line('Ngày, tháng, năm sinh: {ngay_sinh}.    Giới tính: {gioi_tinh}.    Số hồ sơ: {ma_ho_so}'),
    line('Giấy tờ tùy thân ({loai_giay_to}): {so_giay_to}'),
    line('Người gửi: {nguoi_gui}'),
    line('Người nhận gửi: {nguoi_nhan}; đơn vị: {ten_co_so_thuong}'),
    part('1. Tiền'),
    line('Số tiền: **{so_tien}** đồng'),
    line('Bằng chữ: {so_tien_chu}'),
    line('Phiếu thu số: {so_phieu_thu}'),
    part('2. Tài sản'),
    listTable('tai_san', [
      ['STT', 'stt', 8],
      ['Tên tài sản', 'ten', 44],
      ['Số lượng', 'so_luong', 16],
      ['Đặc điểm', 'dac_diem', 34],
    ]),
    line('Niêm phong số: {so_niem_phong}'),
    line('Ghi chú: {ghi_chu}'),
    text(
      'Tiền, tài sản trên được cơ sở lưu ký và trả lại cho người gửi khi chấp hành xong hoặc theo yêu cầu hợp pháp. ' +
        'Biên nhận được lập thành 02 bản, mỗi bên giữ 01 bản.',
    ),
    ...signatures([
      { title: 'NGƯỜI GỬI', how: '(Ký, ghi rõ họ tên hoặc điểm chỉ)', name: '{nguoi_gui}', thumb: true },
      { title: 'NGƯỜI NHẬN GỬI', how: '(Ký, ghi rõ họ tên)', name: '{nguoi_nhan}' },
    ]),
  ]
}

function leaveApplication(): Block[] {
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

function leaveDecision(): Block[] {
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

function outingHandOver(about: string, person: string): Block[] {
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

function outOrder(): Block[] {
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

function suspensionProposal(): Block[] {
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

function blocksOf(id: EditionId): Block[] {
  if (isIncidentEdition(id)) return INCIDENT_BLOCKS[id]()
  switch (id) {
    case 'd163-42':
      return handOver({
        about: 'Giao nhận người vào cơ sở cai nghiện ma túy công lập',
        ground: `${GROUND_DECISION} về việc đưa vào cơ sở cai nghiện bắt buộc, thời hạn {thoi_han};`,
        person: 'người vào cơ sở cai nghiện ma túy công lập',
      })
    case 'd163-31-tu-nguyen':
      return handOver({
        about: 'Giao nhận hồ sơ, người cai nghiện ma túy tự nguyện',
        ground: `${GROUND_DECISION} về việc cai nghiện ma túy tự nguyện;`,
        person: 'hồ sơ và người cai nghiện ma túy tự nguyện',
      })
    case 'd163-31-lap-ho-so':
      return handOver({
        about: 'Giao nhận hồ sơ, người được giao quản lý trong thời gian lập hồ sơ',
        ground: `${GROUND_DECISION} về việc giao quản lý trong thời gian lập hồ sơ đề nghị đưa vào cơ sở cai nghiện bắt buộc;`,
        person: 'hồ sơ và người được giao quản lý trong thời gian lập hồ sơ',
      })
    case 'd116-40':
      return handOver({
        about: 'Giao nhận người vào cơ sở cai nghiện bắt buộc',
        ground: `${GROUND_DECISION} về việc đưa vào cơ sở cai nghiện bắt buộc, thời hạn {thoi_han};`,
        person: 'người vào cơ sở cai nghiện bắt buộc',
      })
    case 'd116-37':
      return handOver({
        about: 'Giao nhận người được quản lý trong thời gian lập hồ sơ',
        ground: `${GROUND_DECISION} về việc giao quản lý trong thời gian lập hồ sơ đề nghị đưa vào cơ sở cai nghiện bắt buộc;`,
        person: 'người được quản lý trong thời gian lập hồ sơ',
      })
    case 'd163-17':
    case 'd116-19':
      return informationSheet()
    case 'd163-18':
    case 'd116-20':
      return rehabPlan()
    case 'bien-nhan-luu-ky':
      return depositReceipt()
    case 'd163-48':
    case 'd116-48':
      return leaveApplication()
    case 'd163-49':
    case 'd116-49':
      return leaveDecision()
    case 'd163-23-chiu-tang':
    case 'd116-chiu-tang':
      return outingHandOver('Giao nhận người về chịu tang', 'người về chịu tang')
    case 'd163-47':
    case 'd116-45':
      return outOrder()
    case 'd163-42-trich-xuat':
    case 'd116-trich-xuat':
      return outingHandOver(
        'Giao nhận người tạm thời đưa ra khỏi cơ sở',
        'người tạm thời đưa ra khỏi cơ sở theo yêu cầu',
      )
    case 'd163-46':
    case 'd116-43':
      return suspensionProposal()
    case 'd163-43':
    case 'd116-truy-tim':
      return searchDecision()
    case 'd163-thong-bao-bo-tron':
    case 'd116-thong-bao-bo-tron':
      return escapeNotice()
    case 'd163-19':
    case 'd116-21':
      return reintegrationPlan()
    case 'bien-ban-tra-luu-ky':
      return returnMinutes()
    case 'bao-cao-dot-hoat-dong':
      return campaignReport()
    case 'bien-ban-kiem-quy':
      return cashCheck()
    case 'bien-ban-hoi-dong':
      return councilMinutes()
    case 'qd-ky-luat':
      return disciplineDecision()
    case 'qd-khen-thuong':
      return rewardDecision()
  }
}

/** The template of an edition, ready to be written. */
export function templateOf(id: EditionId): Document {
  return page(editionOf(id).title, blocksOf(id))
}
