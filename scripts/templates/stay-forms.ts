import { IDENTITY } from './identity-lines.ts'
import {
  besidePhoto,
  heading,
  line,
  listTable,
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

/** Minutes of handing a person over to the centre. */
export function handOver(words: HandOverWords): Block[] {
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

/** The sheet of what is known of a person. */
export function informationSheet(): Block[] {
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

/** The plan of treatment of a person. */
export function rehabPlan(): Block[] {
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

/** The receipt for money and things kept for a person. */
export function depositReceipt(): Block[] {
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
