/** What the nightly sweep finds: rules of lodging that hold no longer because something else changed. */
export const SWEEP_KINDS = [
  'keep-apart-room',
  'keep-apart-zone',
  'sex',
  'private-room',
  'age',
  'infection',
  'over-capacity',
  'alert',
  'bed-out-of-service',
  'out-too-long',
] as const
export type SweepKind = (typeof SWEEP_KINDS)[number]

export const SWEEP_KIND_LABELS: Record<SweepKind, string> = {
  'keep-apart-room': 'Không xếp chung, đang cùng phòng',
  'keep-apart-zone': 'Không xếp chung, đang cùng khu',
  sex: 'Nam, nữ không ở riêng',
  'private-room': 'Phải ở phòng riêng',
  age: 'Dưới 18 tuổi không ở riêng',
  infection: 'Cách ly không đúng nơi',
  'over-capacity': 'Vượt sức chứa',
  alert: 'Trái cảnh báo',
  'bed-out-of-service': 'Giường ngừng sử dụng có người',
  'out-too-long': 'Ra ngoài lâu, còn giữ giường',
}
