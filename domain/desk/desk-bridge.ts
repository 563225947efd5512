import type { Problem } from '../errors.ts'
import type { Instant } from '../time/instant.ts'
import type { DeskCall, DeskInput } from './desk-inputs.ts'

/** What this PC is: nobody has said yet, the PC that runs the hub, or a desk of a hub on the LAN. */
export type DeskMode = 'unset' | 'hub' | 'desk'

/** Expected refusals cross the bridge as values: a thrown error would arrive as text with names of the program in it. */
export type DeskAnswer<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }

/** A hub that called out on the LAN. A hint, never an identity: the code and the key decide. */
export interface FoundHub {
  name: string
  host: string
  /** Port of the listener that pairs. */
  port: number
}

/** How this desk stands with its hub. Fingerprints are shown as text, in groups of four. */
export type HubState =
  | { kind: 'none' }
  /** Hub PC: the hub process is being started or started again. Desk: the known hub is being greeted. */
  | { kind: 'starting' }
  /** Hub PC: the hub cannot run; the sentence says what to do. */
  | { kind: 'stopped'; message: string }
  | { kind: 'connected'; hubName: string }
  | { kind: 'away'; hubName: string; since: Instant }
  /** Another key answers where the hub was: nothing is sent to it. */
  | { kind: 'key-changed'; hubName: string; host: string; expected: string; seen: string }
  | { kind: 'revoked'; hubName: string }
  /** The same key at another address, or data that went back in time: goes on after one confirmation. */
  | { kind: 'moved'; hubName: string; host: string; isOlderData: boolean }

export interface PairedHub {
  hubName: string
  deviceId: string
  /** Fingerprint of the hub's key, in groups of four. */
  pin: string
}

/** A form kept on this PC while the hub was away. */
export interface KeptDraft {
  form: string
  value: Record<string, unknown>
  keptAt: Instant
}

/** Where a newer program stands. */
export type UpdateState =
  | { kind: 'current'; version: string; checkedAt: Instant | null }
  | { kind: 'available'; version: string }
  | { kind: 'downloading'; version: string; percent: number }
  /** Downloaded and checked: installed when asked. */
  | { kind: 'ready'; version: string }
  | { kind: 'refused'; version: string; message: string }

export interface DeskClock {
  deskTime: Instant
  /** This desk's clock minus the hub's, in milliseconds; null while the hub has not been heard. */
  aheadMs: number | null
}

/** Answers of the calls, by name. */
export interface DeskOutputs {
  'mode.choose': DeskAnswer<null>
  'mode.reconsider': DeskAnswer<null>
  'hub.discover': FoundHub[]
  'hub.pair': DeskAnswer<PairedHub>
  'hub.state': HubState
  'hub.tryAddress': DeskAnswer<null>
  'hub.confirmMove': DeskAnswer<null>
  'hub.forget': DeskAnswer<null>
  'drafts.keep': { keptAt: Instant }
  'drafts.list': KeptDraft[]
  'drafts.drop': null
  'print.toPrinter': DeskAnswer<{ isPrinted: boolean }>
  'print.toPdf': DeskAnswer<{ isSaved: boolean }>
  'file.save': DeskAnswer<{ isSaved: boolean }>
  'desk.notify': null
  'desk.badge': null
  'desk.clock': DeskClock
  'update.state': UpdateState
  'update.check': null
  'update.install': DeskAnswer<null>
  'startup.state': { isOn: boolean; isPossible: boolean }
  'startup.set': DeskAnswer<null>
  'screen.protect': null
}

/** What the program tells the page by itself. */
export interface DeskEvents {
  'hub.state': HubState
  'update.state': UpdateState
  'screen.locked': null
}
export type DeskEvent = keyof DeskEvents

type Call<Name extends DeskCall> =
  undefined extends DeskInput<Name>
    ? () => Promise<DeskOutputs[Name]>
    : (input: DeskInput<Name>) => Promise<DeskOutputs[Name]>
/** Hears of what happens from now on; returns the way to stop. */
type Hear<Name extends DeskEvent> = (listener: (news: DeskEvents[Name]) => void) => () => void

/**
 * `window.neoVe`: everything the page may ask of the desktop program. Named functions only; absent in a browser.
 */
export interface DeskBridge {
  /** Version of the desktop program, `x.y.z`. */
  readonly version: string
  readonly mode: DeskMode
  /** Says what this PC is; the window is opened anew. */
  readonly chooseMode: Call<'mode.choose'>
  /** Back to the first question, while no hub is known. */
  readonly reconsiderMode: Call<'mode.reconsider'>
  readonly hub: {
    readonly discover: Call<'hub.discover'>
    readonly pair: Call<'hub.pair'>
    readonly state: Call<'hub.state'>
    readonly onState: Hear<'hub.state'>
    /** Looks for the known hub at another address; found, the state becomes `moved`. */
    readonly tryAddress: Call<'hub.tryAddress'>
    readonly confirmMove: Call<'hub.confirmMove'>
    /** Drops the hub, the device certificate and everything kept for it. */
    readonly forget: Call<'hub.forget'>
  }
  readonly drafts: {
    readonly keep: Call<'drafts.keep'>
    readonly list: Call<'drafts.list'>
    readonly drop: Call<'drafts.drop'>
  }
  /** Prints the page that asks, as its print style shows it. */
  readonly print: { readonly toPrinter: Call<'print.toPrinter'>; readonly toPdf: Call<'print.toPdf'> }
  readonly saveFile: Call<'file.save'>
  readonly notify: Call<'desk.notify'>
  readonly badge: Call<'desk.badge'>
  readonly clock: Call<'desk.clock'>
  readonly update: {
    readonly state: Call<'update.state'>
    readonly onState: Hear<'update.state'>
    /** The hub's releases changed: looks now instead of at the next round. */
    readonly check: Call<'update.check'>
    readonly install: Call<'update.install'>
  }
  /** Whether the program starts with Windows: the hub's PC only. */
  readonly startup: { readonly state: Call<'startup.state'>; readonly set: Call<'startup.set'> }
  readonly lock: { readonly onScreenLock: Hear<'screen.locked'> }
  /** Keeps a screen with health data out of screenshots and shared screens while it is open. */
  readonly screen: { readonly protect: Call<'screen.protect'> }
}
