import { DECISION, IDENTITY, STAY_COUNTED } from './identity-lines.ts'
import { issued } from './layout.ts'
import { part, text } from './paragraphs.ts'
import { signatures, signer } from './signing.ts'
import { listTable, numbered, type Block } from './tables.ts'

/** The plan for going back to the community (Mẫu 19, D163; Mẫu 21, D116). */
export function reintegrationPlan(): Block[] {
  return issued('KẾ HOẠCH TÁI HÒA NHẬP CỘNG ĐỒNG', null, [
    part('I. NGƯỜI CAI NGHIỆN'),
    ...IDENTITY,
    STAY_COUNTED,
    DECISION,
    'Thời hạn: {thoi_han}, từ ngày {ngay_bat_dau} đến ngày {ngay_het_han}',
    part('II. KHI TRỞ VỀ'),
    '1. Nơi cư trú: {noi_ve}',
    '2. Gia đình, người giúp đỡ: {gia_dinh}',
    '3. Người đón khi ra về: {nguoi_don}',
    '4. Nguyện vọng của người cai nghiện: {nguyen_vong}',
    part('III. NỘI DUNG CHUẨN BỊ, HỖ TRỢ'),
    '1. Học nghề, việc làm: {viec_lam_du_kien}',
    '2. Sức khỏe, điều trị tiếp theo: {suc_khoe_tiep_theo}',
    '3. Nguy cơ tái nghiện và biện pháp phòng ngừa: {nguy_co}',
    '4. Đề nghị địa phương hỗ trợ: {can_ho_tro}',
    part('IV. GHI CHÚ'),
    '{ghi_chu}',
    ...signatures(
      signer('NGƯỜI CAI NGHIỆN', '{ho_ten}', 'thumb'),
      signer('NGƯỜI LẬP KẾ HOẠCH', '{nguoi_lap}'),
    ),
  ])
}

/** Minutes of giving money and things back. */
export function returnMinutes(): Block[] {
  return issued('BIÊN BẢN', 'Trả tiền, tài sản lưu ký', [
    text('Hôm nay, ngày {ngay_lap}, tại {ten_co_so_thuong}, chúng tôi gồm:'),
    '1. Người trả: {nguoi_giao}; đơn vị: {ten_co_so_thuong}',
    '2. Người nhận: {nguoi_nhan}',
    '3. Người chứng kiến: {nguoi_chung_kien}',
    text('Đã trả lại tiền, tài sản gửi lưu ký của người có tên sau đây:'),
    'Họ và tên: **{ho_ten_hoa}**; ngày, tháng, năm sinh: {ngay_sinh}; giới tính: {gioi_tinh}',
    'Giấy tờ tùy thân ({loai_giay_to}): {so_giay_to}; số hồ sơ: {ma_ho_so}',
    part('1. Tiền'),
    'Tiền lưu ký: {tien_luu_ky} đồng',
    'Tiền lao động được giữ lại: {tien_lao_dong} đồng',
    'Cộng: **{tong_tien}** đồng',
    'Bằng chữ: {tong_tien_chu}',
    'Phiếu chi số: {so_phieu_chi}',
    part('2. Tài sản, giấy tờ, văn bằng'),
    numbered('tai_san', [
      ['Tên', 'ten', 36],
      ['Số lượng', 'so_luong', 14],
      ['Niêm phong số', 'niem_phong', 20],
      ['Tình trạng', 'tinh_trang', 24],
    ]),
    part('3. Cấp khi ra'),
    '{cap_khi_ra}',
    part('4. Ý kiến của người nhận'),
    '{y_kien_khac}',
    text(
      'Niêm phong còn nguyên khi mở trước mặt người nhận. Người nhận đã kiểm, nhận đủ. Biên bản được lập thành ' +
        '02 bản, mỗi bên giữ 01 bản; đã đọc lại cho những người có tên trên cùng nghe và cùng ký.',
    ),
    ...signatures(
      signer('NGƯỜI NHẬN', '{nguoi_nhan}', 'thumb'),
      signer('NGƯỜI CHỨNG KIẾN', '{nguoi_chung_kien}'),
      signer('NGƯỜI TRẢ', '{nguoi_giao}'),
    ),
  ])
}

/** The report of a campaign. */
export function campaignReport(): Block[] {
  return issued('BÁO CÁO', 'Kết quả {ten_dot}', [
    text('Thực hiện kế hoạch từ ngày {tu_ngay} đến ngày {den_ngay}, {ten_co_so_thuong} báo cáo kết quả:'),
    part('I. MỤC TIÊU'),
    '{muc_tieu}',
    part('II. KẾT QUẢ THỰC HIỆN'),
    '1. Đã thực hiện {so_thuc_hien} trên {so_ke_hoach} hoạt động theo kế hoạch.',
    '2. Người tham gia: {luot_hoc_vien} lượt học viên, {luot_can_bo} lượt cán bộ, {luot_khach} lượt khách. ' +
      'Ảnh lưu kèm: {so_anh}.',
    '3. Kết quả chung: {ket_qua}',
    part('III. CÁC HOẠT ĐỘNG'),
    numbered('hoat_dong', [
      ['Ngày', 'ngay', 17],
      ['Hoạt động', 'ten', 25],
      ['Nơi, người phụ trách', 'noi', 18],
      ['Học viên / cán bộ / khách', 'so_nguoi', 16],
      ['Kết quả', 'ket_qua', 24],
    ]),
    part('IV. KHÓ KHĂN, TỒN TẠI'),
    '{ton_tai}',
    part('V. KIẾN NGHỊ'),
    '{kien_nghi}',
  ])
}

/** Minutes of counting the cash box. */
export function cashCheck(): Block[] {
  return issued('BIÊN BẢN', 'Kiểm quỹ tiền mặt lưu ký', [
    text('Hôm nay, hồi {gio_kiem}, ngày {ngay_kiem}, tại {ten_co_so_thuong}, chúng tôi gồm:'),
    '1. Người kiểm quỹ: {nguoi_kiem}',
    '2. Người cùng kiểm: {nguoi_cung_kiem}',
    text('Đã kiểm đếm tiền mặt trong quỹ lưu ký, đối chiếu với sổ:'),
    part('1. Theo sổ'),
    'Tồn đầu kỳ: {dau_ky} đồng.    Thu: {thu} đồng.    Chi: {chi} đồng',
    'Phải có trong quỹ: **{phai_co}** đồng',
    part('2. Đếm được'),
    listTable('menh_gia', [
      ['Mệnh giá (đồng)', 'loai', 34],
      ['Số tờ', 'so_to', 26],
      ['Thành tiền (đồng)', 'thanh_tien', 40],
    ]),
    'Cộng: **{dem_duoc}** đồng',
    'Bằng chữ: {dem_duoc_chu}',
    part('3. Kết quả'),
    'Chênh lệch: **{chenh_lech}**',
    'Giải thích: {giai_thich}',
    'Ý kiến, kết luận: {y_kien_khac}',
    ...signatures(signer('NGƯỜI CÙNG KIỂM', '{nguoi_cung_kiem}'), signer('NGƯỜI KIỂM QUỸ', '{nguoi_kiem}')),
  ])
}
