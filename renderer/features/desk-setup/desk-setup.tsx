import type { DeskBridge, HubState } from '#domain/desk/desk-bridge.ts'
import { ChooseMode } from '#renderer/features/desk-setup/choose-mode.tsx'
import { KeyChanged } from '#renderer/features/desk-setup/key-changed.tsx'
import { HubAway } from '#renderer/features/desk-setup/hub-away.tsx'
import { HubMoved } from '#renderer/features/desk-setup/hub-moved.tsx'
import { HubStarting, HubStopped } from '#renderer/features/desk-setup/hub-starting.tsx'
import { PairDesk } from '#renderer/features/desk-setup/pair-desk.tsx'
import { DeskRevoked } from '#renderer/features/desk-setup/desk-revoked.tsx'

export interface DeskSetupProps {
  bridge: DeskBridge
  state: HubState
  isPairing: boolean
  /** The screen that pairs stays until the person has read what came of it. */
  onPairing: (isPairing: boolean) => void
}

/** The screens that stand before the program while this PC has no hub it may work with. */
export function DeskSetup({ bridge, state, isPairing, onPairing }: DeskSetupProps) {
  if (bridge.mode === 'unset') return <ChooseMode bridge={bridge} />
  if (isPairing || state.kind === 'none') return <PairDesk bridge={bridge} onPairing={onPairing} />
  switch (state.kind) {
    case 'key-changed':
      return <KeyChanged bridge={bridge} state={state} />
    case 'revoked':
      return <DeskRevoked bridge={bridge} hubName={state.hubName} />
    case 'moved':
      return <HubMoved bridge={bridge} state={state} />
    case 'away':
      return <HubAway bridge={bridge} hubName={state.hubName} since={state.since} />
    case 'stopped':
      return <HubStopped message={state.message} />
    case 'starting':
    case 'connected':
      return <HubStarting isHere={bridge.mode === 'hub'} />
  }
}
