/** Surnames met in the lists of the centres, Kinh and of the peoples of the north and the highlands. */
const SURNAMES = new Set(
  (
    'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý An Âu Bạch Bàn Bành Bế Ca Cao Cầm Chu ' +
    'Châu Chẩu Chúc Chử Cù Cung Cư Dư Đàm Đào Đậu Điêu Đinh Đoàn Đồng Đới Đường Giang Giáp Giàng Hà Hạ Hạng Hảng Hầu Hán ' +
    'Hoa Hòa Hoàn Hứa Khổng Khuất Khương Kiều Kim Kha La Lại Lãnh Lăng Lâm Lầu Lẩu Liễu Linh Long Lò Lô Lỗ Lộc Lục ' +
    'Lương Lưu Lừu Lù Lường Ma Má Mã Mạc Mai Mạch Mẫn Mè Mông Mộc Mùa Nghiêm Ngọ Ngũ Ngụy Nhâm Nhan Nhữ Ninh Nịnh ' +
    'Nông Ông Phí Phó Phù Phùng Phương Quách Quan Quàng Quảng Sa Sái Sầm Sần Sìn Sùng Tạ Tăng Tẩn Thái Thạch Thân Thang ' +
    'Thào Thiều Tiêu Tô Tòng Tô Tôn Tống Trang Tráng Triệu Trịnh Trương Từ Tưởng Ty Tụ Ung Uông Vàng Văn Vì Vi Viên ' +
    'Vừ Vương Vy Xa Xin Y'
  )
    .split(' ')
    .map((name) => name.toLowerCase()),
)

/** True when the word, with its tones, is a known surname. */
export function isSurname(word: string): boolean {
  return SURNAMES.has(word.toLowerCase().normalize('NFC'))
}
