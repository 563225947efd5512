/** Who a document is about, line by line. */
export const IDENTITY = [
  'Họ và tên: **{ho_ten_hoa}**',
  'Tên gọi khác: {ten_khac}',
  'Ngày, tháng, năm sinh: {ngay_sinh}.    Giới tính: {gioi_tinh}.    Dân tộc: {dan_toc}',
  'Giấy tờ tùy thân ({loai_giay_to}): {so_giay_to}; cấp ngày {ngay_cap}; nơi cấp: {noi_cap}',
  'Nơi thường trú: {noi_thuong_tru}',
  'Nơi ở hiện tại: {noi_o_hien_tai}',
]
