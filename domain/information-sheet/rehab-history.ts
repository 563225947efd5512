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

/** How: the form's codes. Its legend was not at hand, so the code is kept with what the sheet says in words. */
export const REHAB_METHODS = ['1', '2', '3', '4', '5', '6', '7'] as const
export type RehabMethod = (typeof REHAB_METHODS)[number]

export const REHAB_METHOD_LABELS: Record<RehabMethod, string> = {
  '1': 'Phương pháp mã 1',
  '2': 'Phương pháp mã 2',
  '3': 'Phương pháp mã 3',
  '4': 'Phương pháp mã 4',
  '5': 'Phương pháp mã 5',
  '6': 'Phương pháp mã 6',
  '7': 'Phương pháp mã 7',
}
