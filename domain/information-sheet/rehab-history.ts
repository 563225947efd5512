/** Where somebody was rehabilitated before, with the code of Mẫu 17. */
export const REHAB_PLACES = ['centre', 'home', 'voluntary-centre', 'hospital', 'other'] as const
export type RehabPlace = (typeof REHAB_PLACES)[number]

export const REHAB_PLACE_LABELS: Record<RehabPlace, string> = {
  centre: '1. Cơ sở cai nghiện',
  home: '2. Gia đình, cộng đồng',
  'voluntary-centre': '3. Cơ sở tự nguyện',
  hospital: '4. Bệnh viện',
  other: '5. Khác',
}

/** How: the codes printed on the form. Its words are not in the law's text at hand: only the numbers are named. */
export const REHAB_METHODS = ['1', '2', '3', '4', '5', '6', '7'] as const
export type RehabMethod = (typeof REHAB_METHODS)[number]

/** What is said beside the codes, so that nobody takes the numbers for the program's own. */
export const REHAB_METHODS_NOTE =
  'Mã phương pháp 1–7 là mã in trên mẫu phiếu thu thập thông tin; xem lời từng mã trên mẫu giấy và ghi kèm ở ô bên cạnh.'

export const REHAB_METHOD_LABELS: Record<RehabMethod, string> = {
  '1': 'Mã 1 (theo mẫu)',
  '2': 'Mã 2 (theo mẫu)',
  '3': 'Mã 3 (theo mẫu)',
  '4': 'Mã 4 (theo mẫu)',
  '5': 'Mã 5 (theo mẫu)',
  '6': 'Mã 6 (theo mẫu)',
  '7': 'Mã 7 (theo mẫu)',
}
