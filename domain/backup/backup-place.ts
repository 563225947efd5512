/** How the place of the sealed copies is: none chosen, ready, not plugged in, plugged in but not one of ours, too full. */
export const BACKUP_PLACES = ['none', 'ready', 'absent', 'unmarked', 'same-disk', 'full'] as const
export type BackupPlaceState = (typeof BACKUP_PLACES)[number]

/** What to do about a place, in a sentence. */
export const BACKUP_PLACE_SENTENCES: Record<BackupPlaceState, string> = {
  none: 'Chưa chọn nơi giữ bản niêm phong. Chọn thư mục trên ổ thứ hai, ổ USB hoặc NAS.',
  ready: 'Nơi giữ bản niêm phong sẵn sàng.',
  absent: 'Không thấy ổ giữ bản niêm phong. Cắm ổ USB hoặc nối lại NAS.',
  unmarked: 'Ổ đang cắm chưa được nhận làm nơi giữ bản niêm phong. Mở Sao lưu và bấm Lưu lịch để nhận ổ này.',
  'same-disk': 'Bản niêm phong đang nằm cùng ổ với dữ liệu: hỏng ổ là mất cả hai. Chọn ổ khác.',
  full: 'Ổ giữ bản niêm phong không đủ chỗ cho bản tiếp theo. Đổi ổ hoặc giảm số bản giữ lại.',
}
