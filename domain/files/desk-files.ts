/** What the desk sends as a file: photos, and scans of papers. */
export type DeskFileKind = 'photo' | 'scan'

/** Most bytes of each; the desk re-encodes photos before it sends. */
export const MOST_BYTES: Record<DeskFileKind, number> = { photo: 1_048_576, scan: 8_388_608 }

export type DeskMediaType = 'image/jpeg' | 'image/webp' | 'application/pdf'

/**
 * What the bytes are by their first bytes, whatever the sender says: JPEG and WebP for both kinds, PDF for scans.
 * Undefined for anything else.
 */
export function deskMediaType(kind: DeskFileKind, bytes: Uint8Array): DeskMediaType | undefined {
  const starts = (offset: number, ...expected: number[]) =>
    expected.every((byte, index) => bytes[offset + index] === byte)
  if (starts(0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50)) return 'image/webp'
  return kind === 'scan' && starts(0, 0x25, 0x50, 0x44, 0x46, 0x2d) ? 'application/pdf' : undefined
}
