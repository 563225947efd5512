/** Who a document is about, line by line. */
export const IDENTITY = [
  'Họ và tên: **{ho_ten_hoa}**',
  'Tên gọi khác: {ten_khac}',
  'Ngày, tháng, năm sinh: {ngay_sinh}.    Giới tính: {gioi_tinh}.    Dân tộc: {dan_toc}',
  'Giấy tờ tùy thân ({loai_giay_to}): {so_giay_to}; cấp ngày {ngay_cap}; nơi cấp: {noi_cap}',
  'Nơi thường trú: {noi_thuong_tru}',
  'Nơi ở hiện tại: {noi_o_hien_tai}',
]

/** The track and the dossier number. */
export const DOSSIER = 'Diện: {dien}; số hồ sơ: {ma_ho_so}'

/** The same with the day the person came in. */
export const STAY = 'Diện: {dien}; số hồ sơ: {ma_ho_so}; ngày vào cơ sở: {ngay_tiep_nhan}'

/** The same with which stay it is. */
export const STAY_COUNTED = 'Diện: {dien}; số hồ sơ: {ma_ho_so}; lần cai nghiện thứ: {lan_cai_nghien}'

/** The decision the person stays by. */
export const DECISION = 'Quyết định số {so_quyet_dinh} ngày {ngay_quyet_dinh} của {co_quan_quyet_dinh}'
