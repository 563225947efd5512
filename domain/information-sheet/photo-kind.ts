/** Most bytes a photo may have; the desk re-encodes before it sends. */
export const MOST_PHOTO_BYTES = 1_048_576

export type PhotoMediaType = 'image/jpeg' | 'image/webp'

/** What the bytes are by their first bytes, whatever the sender says; undefined for anything that is no photo. */
export function photoKind(bytes: Uint8Array): PhotoMediaType | undefined {
  const starts = (offset: number, ...expected: number[]) =>
    expected.every((byte, index) => bytes[offset + index] === byte)
  if (starts(0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  const isRiff = starts(0, 0x52, 0x49, 0x46, 0x46)
  return isRiff && starts(8, 0x57, 0x45, 0x42, 0x50) ? 'image/webp' : undefined
}
