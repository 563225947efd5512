import { useEffect } from 'react'
import { deskBridge } from '#renderer/api/desk-bridge.ts'

/** Keeps the window out of screenshots and shared screens while health data are on it; only the desktop app can. */
export function useScreenProtection(): void {
  useEffect(() => {
    const screen = deskBridge()?.screen
    if (!screen) return undefined
    void screen.protect({ isOn: true })
    return () => void screen.protect({ isOn: false })
  }, [])
}
