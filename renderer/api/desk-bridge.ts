import type { DeskBridge } from '#domain/desk/desk-bridge.ts'

declare global {
  var neoVe: DeskBridge | undefined
}

/** The desktop program around this page; undefined in a browser. */
export function deskBridge(): DeskBridge | undefined {
  return globalThis.neoVe
}
