import type { DeskAnswer, DeskClock, FoundHub, HubState, PairedHub } from '#domain/desk/desk-bridge.ts'
import { isRenewalDue } from '#domain/devices/device.ts'
import { pinText } from '#domain/devices/pairing-code.ts'
import { instantFromMs, instantMs } from '#domain/time/instant.ts'
import type { HubRoute } from './ask-hub.ts'
import { Carrier } from './carrier.ts'
import type { DeskStore, PairedDesk } from './desk-store.ts'
import { isCertificateOf, makeDeviceRequest } from './device-request.ts'
import { discoverHubs, type HubHint } from './discover-hubs.ts'
import { greetHub, renewDevice, type Greeting } from './greet-hub.ts'
import { DeviceRevoked, HubKeyChanged, LinkHeld, linkErrorOf } from './link-errors.ts'
import { certificateEnd, pairWithHub, type PairingInput } from './pair-with-hub.ts'
import { PinnedAgent } from './pinned-agent.ts'

export interface HubLinkOptions {
  store: DeskStore
  /** Forgets what else is kept for the hub: drafts. */
  wipe: () => Promise<void>
  /** Version of this program. */
  program: string
  /** Hubs that call out on the LAN; tests bring their own. */
  discover?: () => Promise<HubHint[]>
  /** This desk's wall clock, in milliseconds. */
  now?: () => number
  pauses?: LinkPauses
}

/** How long the link waits, in milliseconds. */
interface LinkPauses {
  /** Between greetings while all is well. */
  beat: number
  /** Between tries while the hub is away; the last one repeats. */
  away: readonly number[]
  /** After another key or a refused certificate: an administrator has to act. */
  stopped: number
}

const PAUSES: LinkPauses = { beat: 15_000, away: [500, 1_000, 2_000, 5_000, 10_000], stopped: 30_000 }

/** From this many failed tries on, the hub is looked for at other addresses, every second try. */
const LOOK_AROUND_AFTER = 3

/** Where the hub answers now, waiting for the person's word. */
interface Move {
  host: string
  lanPort: number
  epoch: number
}

/**
 * This desk's link to its one hub: keeps it, finds it again, and says how it stands. Sends nothing to another key,
 * and does not follow the hub to another address, or to older data, before a person has confirmed it.
 */
export class HubLink {
  readonly carrier: Carrier
  readonly #options: HubLinkOptions
  readonly #pauses: LinkPauses
  readonly #listeners = new Set<(state: HubState) => void>()
  #state: HubState = { kind: 'none' }
  #paired: PairedDesk | null = null
  #agent: PinnedAgent | null = null
  #move: Move | null = null
  #failures = 0
  /** Desk's clock minus the hub's. */
  #aheadMs: number | null = null
  /** When the hub was last heard, on the monotonic clock. */
  #heardAt = performance.now()
  #timer: ReturnType<typeof setTimeout> | undefined
  #probing: Promise<void> | null = null
  #isStopped = true

  constructor(options: HubLinkOptions) {
    this.#options = options
    this.#pauses = options.pauses ?? PAUSES
    this.carrier = new Carrier({
      route: () => this.#route(),
      heard: () => this.#heard(),
      failed: (error) => this.#failed(error),
    })
  }

  get state(): HubState {
    return this.#state
  }

  /** Hears every change from now on; returns the way to stop. */
  onState(listener: (state: HubState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes up the link to the hub that is remembered, if any. */
  async start(): Promise<void> {
    const { paired } = await this.#options.store.read()
    this.#isStopped = false
    if (!paired) return
    this.#set({ kind: 'starting' })
    await this.#begin(paired)
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
    this.#agent?.destroy()
    this.#agent = null
  }

  /** Hubs near by, for the screen that pairs. */
  async discover(): Promise<FoundHub[]> {
    const hints = await (this.#options.discover ?? discoverHubs)()
    return hints.map(({ name, host, pairingPort }) => ({ name, host, port: pairingPort }))
  }

  /** Takes this desk in at a hub, or says why not. What was remembered before is replaced only on success. */
  async pair(input: Omit<PairingInput, 'program'>): Promise<DeskAnswer<PairedHub>> {
    const paired = await pairWithHub({ ...input, program: this.#options.program })
    if ('message' in paired) return { ok: false, problem: paired }
    const before = (await this.#options.store.read()).paired
    // What was typed for another hub is none of this one's.
    if (before && before.hub.installationId !== paired.hub.installationId) await this.#options.wipe()
    await this.#options.store.setPaired(paired)
    this.carrier.forgetSession()
    this.#isStopped = false
    await this.#begin(paired)
    const { hub, device } = paired
    return { ok: true, value: { hubName: hub.name, deviceId: device.id, pin: pinText(hub.pin) } }
  }

  /** Looks for the hub at an address typed by hand; the same key there asks for the person's word. */
  async tryAddress(host: string, lanPort: number): Promise<DeskAnswer<null>> {
    if (this.#paired && (await this.#lookAt(host, lanPort))) return { ok: true, value: null }
    const message =
      'Máy chủ của cơ sở không trả lời ở địa chỉ này. Kiểm tra địa chỉ với quản trị viên rồi thử lại.'
    return { ok: false, problem: { code: 'hub-not-there', field: 'host', message } }
  }

  /** Follows the hub to where it answers now, or accepts its older data. */
  async confirmMove(): Promise<DeskAnswer<null>> {
    const move = this.#move
    if (!move || !this.#paired) {
      const message = 'Máy chủ không còn ở chỗ mới. Xem lại trạng thái kết nối.'
      return { ok: false, problem: { code: 'no-move', message } }
    }
    const hub = { ...this.#paired.hub, ...move }
    await this.#remember({ ...this.#paired, hub })
    this.#move = null
    this.#renewAgent()
    await this.#probeAnew()
    return { ok: true, value: null }
  }

  /** Drops the hub, the certificate, the session and everything kept for the hub. */
  async forget(): Promise<void> {
    this.stop()
    this.#paired = null
    this.#move = null
    this.carrier.forgetSession()
    await this.#options.store.setPaired(null)
    await this.#options.wipe()
    this.#set({ kind: 'none' })
  }

  /** This desk's clock, and how far it is ahead of the hub's. */
  clock(): DeskClock {
    return { deskTime: instantFromMs(this.#now()), aheadMs: this.#aheadMs }
  }

  async #begin(paired: PairedDesk): Promise<void> {
    clearTimeout(this.#timer)
    this.#paired = paired
    this.#move = null
    this.#failures = 0
    this.#heardAt = performance.now()
    this.#renewAgent()
    await this.#probeAnew()
  }

  #now(): number {
    return (this.#options.now ?? Date.now)()
  }

  #renewAgent(): void {
    this.#agent?.retire()
    this.#agent = this.#paired && agentFor(this.#paired)
  }

  #route(): HubRoute {
    const { kind } = this.#state
    if (!this.#paired || !this.#agent || (kind !== 'connected' && kind !== 'away')) throw new LinkHeld(kind)
    const { host, lanPort } = this.#paired.hub
    return { host, port: lanPort, agent: this.#agent, isSecure: true }
  }

  #heard(): void {
    this.#heardAt = performance.now()
    if (this.#state.kind === 'away') void this.#probe()
  }

  /** A carried request failed: the link looks for itself, at once. */
  #failed(error: Error): void {
    if (this.#state.kind === 'connected' && !(error instanceof LinkHeld)) void this.#probe()
  }

  /** Greets the hub and settles how the link stands; then waits for the next time. One at a time. */
  #probe(): Promise<void> {
    clearTimeout(this.#timer)
    this.#probing ??= this.#greet().finally(() => {
      this.#probing = null
      this.#wait()
    })
    return this.#probing
  }

  /** One more greeting after the one under way: that one may have gone to where the hub was before. */
  async #probeAnew(): Promise<void> {
    await this.#probing
    await this.#probe()
  }

  #wait(): void {
    clearTimeout(this.#timer)
    if (this.#isStopped || !this.#paired) return
    this.#timer = setTimeout(() => void this.#probe(), this.#pause())
  }

  #pause(): number {
    const { beat, away, stopped } = this.#pauses
    switch (this.#state.kind) {
      case 'connected':
      case 'moved':
        return beat
      case 'key-changed':
      case 'revoked':
        return stopped
      default:
        return away[Math.min(this.#failures, away.length) - 1] ?? beat
    }
  }

  async #greet(): Promise<void> {
    const paired = this.#paired
    const agent = this.#agent
    if (!paired || !agent) return
    const { host, lanPort } = paired.hub
    try {
      const route = { host, port: lanPort, agent, isSecure: true }
      const sentAt = this.#now()
      const greeting = await greetHub(route)
      if (this.#paired !== paired) return
      this.#aheadMs = (sentAt + this.#now()) / 2 - instantMs(greeting.hubTime)
      await this.#greeted(paired, greeting)
      if (this.#state.kind === 'connected') await this.#renewWhenDue(route)
    } catch (error) {
      if (this.#paired === paired && !this.#isStopped) await this.#missed(paired, linkErrorOf(error))
    }
  }

  async #greeted(paired: PairedDesk, { epoch, hubName }: Greeting): Promise<void> {
    const known = paired.hub
    this.#failures = 0
    this.#heardAt = performance.now()
    if (known.epoch !== null && epoch < known.epoch) {
      this.#move = { host: known.host, lanPort: known.lanPort, epoch }
      this.#set({ kind: 'moved', hubName, host: known.host, isOlderData: true })
      return
    }
    this.#move = null
    if (known.epoch !== epoch || known.name !== hubName)
      await this.#remember({ ...paired, hub: { ...known, epoch, name: hubName } })
    this.#set({ kind: 'connected', hubName })
  }

  async #missed(paired: PairedDesk, error: Error): Promise<void> {
    const { host, lanPort, pin, name: hubName } = paired.hub
    this.#failures += 1
    if (error instanceof DeviceRevoked) return this.#set({ kind: 'revoked', hubName })
    const isElsewhere = this.#move !== null && (this.#move.host !== host || this.#move.lanPort !== lanPort)
    if (this.#state.kind === 'moved' && isElsewhere) return
    const mayHaveMoved = error instanceof HubKeyChanged || this.#failures >= LOOK_AROUND_AFTER
    if (mayHaveMoved && this.#failures % 2 === 1 && (await this.#lookAround(paired))) return
    if (error instanceof HubKeyChanged) {
      const [expected, seen] = [pinText(pin), pinText(error.seen)]
      return this.#set({ kind: 'key-changed', hubName, host, expected, seen })
    }
    if (this.#state.kind === 'away') return
    const since = this.#now() - (this.#aheadMs ?? 0) - (performance.now() - this.#heardAt)
    this.#set({ kind: 'away', hubName, since: instantFromMs(Math.round(since)) })
  }

  /** The hub at another address that calls out on the LAN; true when it is there. */
  async #lookAround(paired: PairedDesk): Promise<boolean> {
    const { host, lanPort, installationId } = paired.hub
    const hints = await (this.#options.discover ?? discoverHubs)()
    for (const hint of hints) {
      const isKnown = hint.host === host && hint.lanPort === lanPort
      if (isKnown || hint.installation === '' || !installationId.startsWith(hint.installation)) continue
      if (await this.#lookAt(hint.host, hint.lanPort)) return true
    }
    return false
  }

  /** True when the hub with our key answers there: the person is asked to follow it. */
  async #lookAt(host: string, lanPort: number): Promise<boolean> {
    const paired = this.#paired
    if (!paired) return false
    const agent = agentFor(paired)
    try {
      const { epoch, hubName } = await greetHub({ host, port: lanPort, agent, isSecure: true })
      if (this.#paired !== paired) return false
      if (host === paired.hub.host && lanPort === paired.hub.lanPort) {
        void this.#probe()
        return true
      }
      this.#move = { host, lanPort, epoch }
      const isOlderData = paired.hub.epoch !== null && epoch < paired.hub.epoch
      this.#set({ kind: 'moved', hubName, host, isOlderData })
      return true
    } catch {
      return false
    } finally {
      agent.destroy()
    }
  }

  async #renewWhenDue(route: HubRoute): Promise<void> {
    const paired = this.#paired
    if (!paired) return
    const hubNow = instantFromMs(this.#now() - (this.#aheadMs ?? 0))
    if (!isRenewalDue(certificateEnd(paired.device.certificate).toISOString(), hubNow)) return
    const { csr, key } = makeDeviceRequest(paired.device.key)
    const certificate = await renewDevice(route, csr)
    if (certificate === undefined || !isCertificateOf(certificate, key)) return
    await this.#remember({ ...paired, device: { ...paired.device, certificate } })
    this.#renewAgent()
  }

  async #remember(paired: PairedDesk): Promise<void> {
    this.#paired = paired
    await this.#options.store.setPaired(paired)
  }

  #set(state: HubState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }
}

function agentFor({ hub, device }: PairedDesk): PinnedAgent {
  return new PinnedAgent({ key: { pin: hub.pin }, device })
}
