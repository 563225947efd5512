/** Papers that show who a person is (D163 Điều 89.3d); nobody is refused for lack of one. */
export const IDENTITY_KINDS = [
  'citizen-card',
  'identity-card',
  'old-identity-card',
  'passport',
  'birth-certificate',
  'vneid',
  'other',
] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]

export const IDENTITY_KIND_LABELS: Record<IdentityKind, string> = {
  'citizen-card': 'Căn cước công dân',
  'identity-card': 'Thẻ căn cước',
  'old-identity-card': 'Chứng minh nhân dân (9 số)',
  passport: 'Hộ chiếu',
  'birth-certificate': 'Giấy khai sinh',
  vneid: 'Định danh điện tử (VNeID)',
  other: 'Giấy tờ khác',
}
