/** How far the update of a desk is. */
export const DESK_UPDATE_KINDS = ['current', 'available', 'downloading', 'ready', 'refused'] as const
export type DeskUpdateKind = (typeof DESK_UPDATE_KINDS)[number]

export const DESK_UPDATE_LABELS: Record<DeskUpdateKind, string> = {
  current: 'Không có bản nào chờ cài',
  available: 'Thấy bản mới',
  downloading: 'Đang tải',
  ready: 'Đã tải và kiểm tra, chờ cài',
  refused: 'Từ chối bản mới',
}
