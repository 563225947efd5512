import { DECISION, IDENTITY, STAY_COUNTED } from './identity-lines.ts'
import { form, issued } from './layout.ts'
import { part, text } from './paragraphs.ts'
import { signatures, signer } from './signing.ts'
import { besidePhoto, listTable, numbered, type Block } from './tables.ts'

interface HandOverWords {
  about: string
  /** On what ground the person is handed over. */
  ground: string
  person: string
}

/** Minutes of handing a person over to the centre. */
export function handOver(words: HandOverWords): Block[] {
  return issued('BIÊN BẢN', words.about, [
    text(words.ground),
    text('Hôm nay, hồi {gio_lap}, ngày {ngay_tiep_nhan}, tại {noi_lap}, chúng tôi gồm:'),
    part('I. BÊN GIAO'),
    'Ông (bà): {ben_giao_ho_ten}.    Cấp bậc, chức vụ: {ben_giao_chuc_vu}',
    'Đơn vị: {ben_giao_don_vi}',
    part('II. BÊN NHẬN'),
    'Ông (bà): {ben_nhan_ho_ten}.    Cấp bậc, chức vụ: {ben_nhan_chuc_vu}',
    'Đơn vị: {ben_nhan_don_vi}',
    text(`Đã tiến hành giao, nhận ${words.person}, cụ thể như sau:`),
    part('1. Người được giao, nhận'),
    ...IDENTITY,
    part('2. Tình trạng sức khỏe khi giao, nhận'),
    '{tinh_trang_suc_khoe}',
    part('3. Hồ sơ giao, nhận (gồm {so_luong_giay_to} loại giấy tờ)'),
    numbered('giay_to', [
      ['Tên giấy tờ', 'ten', 46],
      ['Số, ngày', 'so_ngay', 32],
      ['Số tờ', 'so_to', 16],
    ]),
    part('4. Tư trang, đồ dùng cá nhân'),
    numbered('do_dung', [
      ['Tên', 'ten', 46],
      ['Số lượng', 'so_luong', 16],
      ['Tình trạng, niêm phong', 'tinh_trang', 32],
    ]),
    part('5. Ý kiến khác'),
    '{y_kien_khac}',
    text(
      'Biên bản kết thúc hồi …… giờ …… phút cùng ngày, được lập thành 02 bản có giá trị như nhau, mỗi bên giữ ' +
        '01 bản; đã đọc lại cho những người có tên trên cùng nghe, công nhận đúng và cùng ký tên dưới đây.',
    ),
    ...signatures(
      signer('BÊN GIAO', '{ben_giao_ho_ten}'),
      signer('NGƯỜI ĐƯỢC GIAO', '{ho_ten}', 'thumb'),
      signer('BÊN NHẬN', '{ben_nhan_ho_ten}'),
    ),
  ])
}

/** The sheet of what is known of a person. */
export function informationSheet(): Block[] {
  return issued('PHIẾU THU THẬP THÔNG TIN', 'NGƯỜI CAI NGHIỆN', [
    part('I. THÔNG TIN CÁ NHÂN'),
    besidePhoto([
      '1. Họ và tên: **{ho_ten_hoa}**',
      '2. Tên gọi khác: {ten_khac}',
      '3. Ngày, tháng, năm sinh: {ngay_sinh}.    Giới tính: {gioi_tinh}',
      '4. Quốc tịch: {quoc_tich}.    Dân tộc: {dan_toc}.    Tôn giáo: {ton_giao}',
      '5. {loai_giay_to} số: {so_giay_to}; cấp ngày {ngay_cap}; nơi cấp: {noi_cap}',
    ]),
    '6. Nơi thường trú: {noi_thuong_tru}',
    '7. Nơi ở hiện tại: {noi_o_hien_tai}',
    '8. Đối tượng chính sách: {doi_tuong_chinh_sach}',
    '9. Trình độ học vấn: {hoc_van}',
    '10. Nghề nghiệp: {nghe_nghiep}.    Việc làm trước khi vào cơ sở: {viec_lam}',
    '11. Tình trạng hôn nhân: {hon_nhan}',
    '12. Tiền án: {tien_an}.    Tiền sự: {tien_su}',
    '13. Diện: {dien}; số hồ sơ: {ma_ho_so}; lần cai nghiện thứ: {lan_cai_nghien}; ngày vào: {ngay_tiep_nhan}',
    '14. Khi cần báo tin cho: {nguoi_bao_tin}; địa chỉ, điện thoại: {dia_chi_bao_tin}',
    part('II. GIA ĐÌNH'),
    numbered('than_nhan', [
      ['Họ và tên', 'ten', 26],
      ['Quan hệ', 'quan_he', 14],
      ['Năm sinh', 'nam_sinh', 12],
      ['Nghề nghiệp', 'nghe', 17],
      ['Nơi ở, điện thoại', 'noi_o', 25],
    ]),
    part('III. TÌNH TRẠNG SỨC KHỎE'),
    'Chiều cao: {chieu_cao} cm.    Cân nặng: {can_nang} kg.    Mạch: {mach} lần/phút.    Huyết áp: {huyet_ap} mmHg',
    'HIV: {hiv}.    Lao: {lao}.    Viêm gan: {gan}',
    'Rối loạn tâm thần: {tam_than}.    Bệnh khác: {benh_khac}',
    'Tiền sử bệnh của gia đình: {benh_gia_dinh}',
    part('IV. TÌNH TRẠNG SỬ DỤNG MA TÚY'),
    numbered('chat', [
      ['Tên chất (mã)', 'ten', 26],
      ['Đường dùng', 'duong_dung', 18],
      ['Lần đầu', 'lan_dau', 16],
      ['Lần gần nhất', 'gan_nhat', 16],
      ['Mức độ', 'muc_do', 18],
    ]),
    'Đường dùng: uống, hít, hút, tiêm. Mã CDTP: 1 thuốc phiện, 2 morphine, 3 heroin. Mã ATS: 1 amphetamine, 2 methamphetamine.',
    part('V. LỊCH SỬ CAI NGHIỆN'),
    listTable('lan_cai', [
      ['Lần', 'stt', 8],
      ['Thời gian', 'thoi_gian', 24],
      ['Nơi cai nghiện (mã)', 'noi_cai', 24],
      ['Phương pháp (mã)', 'phuong_phap', 20],
      ['Kết quả', 'ket_qua', 24],
    ]),
    'Mã nơi cai nghiện: 1 cơ sở cai nghiện, 2 gia đình, cộng đồng, 3 tự nguyện, 4 bệnh viện, 5 khác.',
    ...signatures(
      signer('NGƯỜI CUNG CẤP THÔNG TIN', '{ho_ten}', 'thumb'),
      signer('NGƯỜI THU THẬP THÔNG TIN', '{nguoi_thu_thap}'),
    ),
  ])
}

/** The plan of treatment of a person. */
export function rehabPlan(): Block[] {
  return issued('KẾ HOẠCH CAI NGHIỆN', null, [
    part('I. NGƯỜI CAI NGHIỆN'),
    ...IDENTITY,
    STAY_COUNTED,
    DECISION,
    'Thời hạn: {thoi_han}, từ ngày {ngay_bat_dau} đến ngày {ngay_het_han}. Ngày vào cơ sở: {ngay_tiep_nhan}',
    part('II. MỤC TIÊU'),
    '{muc_tieu}',
    part('III. NỘI DUNG THỰC HIỆN'),
    numbered('giai_doan', [
      ['Giai đoạn', 'ten', 24],
      ['Nội dung', 'noi_dung', 22],
      ['Thời gian', 'thoi_gian', 21],
      ['Người phụ trách', 'phu_trach', 14],
      ['Đánh giá', 'danh_gia', 15],
    ]),
    part('IV. GHI CHÚ'),
    '{ghi_chu}',
    ...signatures(
      signer('NGƯỜI CAI NGHIỆN', '{ho_ten}', 'thumb'),
      signer('NGƯỜI LẬP KẾ HOẠCH', '{nguoi_lap}'),
    ),
  ])
}

/** The receipt for money and things kept for a person. */
export function depositReceipt(): Block[] {
  return form('BIÊN NHẬN', 'Tiền, tài sản gửi lưu ký', [
    'Người có tiền, tài sản gửi: **{ho_ten_hoa}**',
    'Ngày, tháng, năm sinh: {ngay_sinh}.    Giới tính: {gioi_tinh}.    Số hồ sơ: {ma_ho_so}',
    'Giấy tờ tùy thân ({loai_giay_to}): {so_giay_to}',
    'Người gửi: {nguoi_gui}',
    'Người nhận gửi: {nguoi_nhan}; đơn vị: {ten_co_so_thuong}',
    part('1. Tiền'),
    'Số tiền: **{so_tien}** đồng',
    'Bằng chữ: {so_tien_chu}',
    'Phiếu thu số: {so_phieu_thu}',
    part('2. Tài sản'),
    numbered('tai_san', [
      ['Tên tài sản', 'ten', 44],
      ['Số lượng', 'so_luong', 16],
      ['Đặc điểm', 'dac_diem', 34],
    ]),
    'Niêm phong số: {so_niem_phong}',
    'Ghi chú: {ghi_chu}',
    text(
      'Tiền, tài sản trên được cơ sở lưu ký và trả lại cho người gửi khi chấp hành xong hoặc theo yêu cầu hợp pháp. ' +
        'Biên nhận được lập thành 02 bản, mỗi bên giữ 01 bản.',
    ),
    ...signatures(signer('NGƯỜI GỬI', '{nguoi_gui}', 'thumb'), signer('NGƯỜI NHẬN GỬI', '{nguoi_nhan}')),
  ])
}
