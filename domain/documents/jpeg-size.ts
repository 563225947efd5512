const MARKER = 0xff
const START = 0xd8
const SCAN = 0xda

/** Frames: SOF0 to SOF15 but DHT, JPG and DAC, which stand among them. */
function isFrame(kind: number): boolean {
  return kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc
}

/** Width and height of a JPEG in pixels, from its first frame; null for bytes that are none. */
export function jpegSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 4 || view.getUint8(0) !== MARKER || view.getUint8(1) !== START) return null
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === MARKER) {
    const kind = view.getUint8(at + 1)
    if (kind === SCAN) return null
    if (isFrame(kind)) {
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
      return size.width > 0 && size.height > 0 ? size : null
    }
    // A fill byte stands before a marker and has no length.
    at += kind === MARKER ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}
