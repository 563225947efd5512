import { IDENTITY } from './identity-lines.ts'
import {
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

const SIGN = '(Ký, ghi rõ họ tên)'
const SIGN_OR_PRINT = '(Ký, ghi rõ họ tên hoặc điểm chỉ)'

/** The plan for going back to the community (Mẫu 19, D163; Mẫu 21, D116). */
export function reintegrationPlan(): Block[] {
  return [
    ...heading(),
    ...title('KẾ HOẠCH TÁI HÒA NHẬP CỘNG ĐỒNG', null),
    part('I. NGƯỜI CAI NGHIỆN'),
    ...IDENTITY.map(line),
    line('Diện: {dien}; số hồ sơ: {ma_ho_so}; lần cai nghiện thứ: {lan_cai_nghien}'),
    line('Quyết định số {so_quyet_dinh} ngày {ngay_quyet_dinh} của {co_quan_quyet_dinh}'),
    line('Thời hạn: {thoi_han}, từ ngày {ngay_bat_dau} đến ngày {ngay_het_han}'),
    part('II. KHI TRỞ VỀ'),
    line('1. Nơi cư trú: {noi_ve}'),
    line('2. Gia đình, người giúp đỡ: {gia_dinh}'),
    line('3. Người đón khi ra về: {nguoi_don}'),
    line('4. Nguyện vọng của người cai nghiện: {nguyen_vong}'),
    part('III. NỘI DUNG CHUẨN BỊ, HỖ TRỢ'),
    line('1. Học nghề, việc làm: {viec_lam_du_kien}'),
    line('2. Sức khỏe, điều trị tiếp theo: {suc_khoe_tiep_theo}'),
    line('3. Nguy cơ tái nghiện và biện pháp phòng ngừa: {nguy_co}'),
    line('4. Đề nghị địa phương hỗ trợ: {can_ho_tro}'),
    part('IV. GHI CHÚ'),
    line('{ghi_chu}'),
    ...signatures([
      { title: 'NGƯỜI CAI NGHIỆN', how: SIGN_OR_PRINT, name: '{ho_ten}', thumb: true },
      { title: 'NGƯỜI LẬP KẾ HOẠCH', how: SIGN, name: '{nguoi_lap}' },
    ]),
    ...recipientsAndHead(),
  ]
}

/** Minutes of giving money and things back. */
export function returnMinutes(): Block[] {
  return [
    ...heading(),
    ...title('BIÊN BẢN', 'Trả tiền, tài sản lưu ký'),
    text('Hôm nay, ngày {ngay_lap}, tại {ten_co_so_thuong}, chúng tôi gồm:'),
    line('1. Người trả: {nguoi_giao}; đơn vị: {ten_co_so_thuong}'),
    line('2. Người nhận: {nguoi_nhan}'),
    line('3. Người chứng kiến: {nguoi_chung_kien}'),
    text('Đã trả lại tiền, tài sản gửi lưu ký của người có tên sau đây:'),
    line('Họ và tên: **{ho_ten_hoa}**; ngày, tháng, năm sinh: {ngay_sinh}; giới tính: {gioi_tinh}'),
    line('Giấy tờ tùy thân ({loai_giay_to}): {so_giay_to}; số hồ sơ: {ma_ho_so}'),
    part('1. Tiền'),
    line('Tiền lưu ký: {tien_luu_ky} đồng'),
    line('Tiền lao động được giữ lại: {tien_lao_dong} đồng'),
    line('Cộng: **{tong_tien}** đồng'),
    line('Bằng chữ: {tong_tien_chu}'),
    line('Phiếu chi số: {so_phieu_chi}'),
    part('2. Tài sản, giấy tờ, văn bằng'),
    listTable('tai_san', [
      ['STT', 'stt', 8],
      ['Tên', 'ten', 36],
      ['Số lượng', 'so_luong', 14],
      ['Niêm phong số', 'niem_phong', 20],
      ['Tình trạng', 'tinh_trang', 24],
    ]),
    part('3. Cấp khi ra'),
    line('{cap_khi_ra}'),
    part('4. Ý kiến của người nhận'),
    line('{y_kien_khac}'),
    text(
      'Niêm phong còn nguyên khi mở trước mặt người nhận. Người nhận đã kiểm, nhận đủ. Biên bản được lập thành ' +
        '02 bản, mỗi bên giữ 01 bản; đã đọc lại cho những người có tên trên cùng nghe và cùng ký.',
    ),
    ...signatures([
      { title: 'NGƯỜI NHẬN', how: SIGN_OR_PRINT, name: '{nguoi_nhan}', thumb: true },
      { title: 'NGƯỜI CHỨNG KIẾN', how: SIGN, name: '{nguoi_chung_kien}' },
      { title: 'NGƯỜI TRẢ', how: SIGN, name: '{nguoi_giao}' },
    ]),
    ...recipientsAndHead(),
  ]
}

/** The report of a campaign. */
export function campaignReport(): Block[] {
  return [
    ...heading(),
    ...title('BÁO CÁO', 'Kết quả {ten_dot}'),
    text('Thực hiện kế hoạch từ ngày {tu_ngay} đến ngày {den_ngay}, {ten_co_so_thuong} báo cáo kết quả:'),
    part('I. MỤC TIÊU'),
    line('{muc_tieu}'),
    part('II. KẾT QUẢ THỰC HIỆN'),
    line('1. Đã thực hiện {so_thuc_hien} trên {so_ke_hoach} hoạt động theo kế hoạch.'),
    line(
      '2. Người tham gia: {luot_hoc_vien} lượt học viên, {luot_can_bo} lượt cán bộ, {luot_khach} lượt khách. ' +
        'Ảnh lưu kèm: {so_anh}.',
    ),
    line('3. Kết quả chung: {ket_qua}'),
    part('III. CÁC HOẠT ĐỘNG'),
    listTable('hoat_dong', [
      ['STT', 'stt', 8],
      ['Ngày', 'ngay', 17],
      ['Hoạt động', 'ten', 25],
      ['Nơi, người phụ trách', 'noi', 18],
      ['Học viên / cán bộ / khách', 'so_nguoi', 16],
      ['Kết quả', 'ket_qua', 24],
    ]),
    part('IV. KHÓ KHĂN, TỒN TẠI'),
    line('{ton_tai}'),
    part('V. KIẾN NGHỊ'),
    line('{kien_nghi}'),
    ...recipientsAndHead(),
  ]
}

/** Minutes of counting the cash box. */
export function cashCheck(): Block[] {
  return [
    ...heading(),
    ...title('BIÊN BẢN', 'Kiểm quỹ tiền mặt lưu ký'),
    text('Hôm nay, hồi {gio_kiem}, ngày {ngay_kiem}, tại {ten_co_so_thuong}, chúng tôi gồm:'),
    line('1. Người kiểm quỹ: {nguoi_kiem}'),
    line('2. Người cùng kiểm: {nguoi_cung_kiem}'),
    text('Đã kiểm đếm tiền mặt trong quỹ lưu ký, đối chiếu với sổ:'),
    part('1. Theo sổ'),
    line('Tồn đầu kỳ: {dau_ky} đồng.    Thu: {thu} đồng.    Chi: {chi} đồng'),
    line('Phải có trong quỹ: **{phai_co}** đồng'),
    part('2. Đếm được'),
    listTable('menh_gia', [
      ['Mệnh giá (đồng)', 'loai', 34],
      ['Số tờ', 'so_to', 26],
      ['Thành tiền (đồng)', 'thanh_tien', 40],
    ]),
    line('Cộng: **{dem_duoc}** đồng'),
    line('Bằng chữ: {dem_duoc_chu}'),
    part('3. Kết quả'),
    line('Chênh lệch: **{chenh_lech}**'),
    line('Giải thích: {giai_thich}'),
    line('Ý kiến, kết luận: {y_kien_khac}'),
    ...signatures([
      { title: 'NGƯỜI CÙNG KIỂM', how: SIGN, name: '{nguoi_cung_kiem}' },
      { title: 'NGƯỜI KIỂM QUỸ', how: SIGN, name: '{nguoi_kiem}' },
    ]),
    ...recipientsAndHead(),
  ]
}
