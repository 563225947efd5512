import { deskBridge } from '#renderer/api/desk-bridge.ts'

const STORED = 'neo-ve-desk'

/** What this desk is called in the audit and on the hub's health page; made up once, kept by the browser. */
export function deskName(): string {
  // The program keeps nothing of its pages; a desk on the LAN is known by its certificate.
  if (deskBridge()?.mode === 'hub') return 'Máy chủ'
  const kept = localStorage.getItem(STORED)
  if (kept !== null) return kept
  const made = `Máy ${crypto.randomUUID().slice(0, 4).toUpperCase()}`
  localStorage.setItem(STORED, made)
  return made
}
