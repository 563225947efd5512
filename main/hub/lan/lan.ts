import { listLiveCodes } from '#db/queries/devices/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { LanState } from '#domain/contract/devices.ts'
import { PAIRING_CODE_MS, PAIRING_TRIES } from '#domain/devices/device.ts'
import { instantMs, type Instant } from '#domain/time/instant.ts'
import type { Hub } from '../hub.ts'
import { announceHub } from './announce.ts'
import { takeHubIdentity, type HubIdentity } from './hub-identity.ts'
import { EVERY_ADDRESS, lanAddresses, lanName } from './lan-addresses.ts'
import { LanListener } from './lan-listener.ts'
import { PairingListener } from './pairing-listener.ts'

/** What is said of the LAN at start; the rest are settings. */
export interface LanPlace {
  /** Address to listen at; every one of this PC by default. */
  host: string
  /** Ports in place of those of the settings; 0 for any free one. */
  port: number | null
  pairingPort: number | null
}

const ANYWHERE: LanPlace = { host: EVERY_ADDRESS, port: null, pairingPort: null }

interface Choice {
  enabled: boolean
  port: number
  pairingPort: number
}

/** The hub's side to the LAN: off until asked for, turned on, off and moved while the hub runs. */
export class Lan {
  readonly #place: LanPlace
  readonly #rendererDir: string | null
  readonly #seen = new Map<string, Instant>()
  #listener: LanListener | null = null
  #pairing: PairingListener | null = null
  #announcement: { stop: () => Promise<void> } | null = null
  #pairingEnd: NodeJS.Timeout | undefined
  #problem: string | null = null
  /** Acts on the listeners go one after another. */
  #last: Promise<unknown> = Promise.resolve()

  /** @param rendererDir the pages for browsers; null where there are none */
  constructor(place: Partial<LanPlace>, rendererDir: string | null) {
    this.#place = { ...ANYWHERE, ...place }
    this.#rendererDir = rendererDir
  }

  /** Opens the LAN if it is turned on. A port that cannot be had is told on the screen; the hub runs on. */
  start(hub: Hub): Promise<void> {
    return this.#inTurn(async () => {
      const choice = readChoice(hub)
      if (!choice.enabled) return
      try {
        await this.#open(hub, choice)
        await this.#fitPairing(hub)
      } catch (error) {
        this.#problem = portSentence(error)
        hub.log.error('lan not opened', { code: codeOf(error) })
      }
    })
  }

  /**
   * Makes the choice true: opens, closes or moves the listeners. When it cannot be, what was stands again.
   * @returns the sentence to show when a port cannot be had, else null
   */
  choose(hub: Hub, choice: Choice): Promise<string | null> {
    return this.#inTurn(async () => {
      await this.#close()
      this.#problem = null
      if (!choice.enabled) return null
      try {
        await this.#open(hub, choice)
        return null
      } catch (error) {
        const before = readChoice(hub)
        if (before.enabled) await this.#open(hub, before).catch(() => {})
        return portSentence(error)
      }
    })
  }

  async state(hub: Hub): Promise<LanState> {
    const identity = await this.#identity(hub)
    const { enabled, port, pairingPort } = readChoice(hub)
    return {
      enabled,
      // Any free port has no number before it is open.
      port: this.#listener?.port ?? (this.#place.port || port),
      pairingPort: this.#pairing?.port ?? (this.#place.pairingPort || pairingPort),
      listening: this.#listener !== null,
      problem: this.#problem,
      addresses: [...lanAddresses(this.#place.host), lanName()],
      pin: identity.pin,
      certificateExpiresAt: identity.certificateExpiresAt,
      browsers: readSetting(hub.read, 'lan.browsers'),
    }
  }

  /** The identity, for who signs certificates. */
  identity(hub: Hub): Promise<HubIdentity> {
    return this.#inTurn(() => this.#identity(hub))
  }

  /** Opens the pairing listener while a code lives, and closes it after the last. */
  fitPairing(hub: Hub): Promise<void> {
    return this.#inTurn(() => this.#fitPairing(hub))
  }

  /** After devices or codes changed: who was shut out loses its connections. */
  devicesChanged(hub: Hub): void {
    this.#listener?.dropShutOut()
    this.fitPairing(hub).catch((error: unknown) =>
      hub.log.error('pairing not opened', { code: codeOf(error) }),
    )
  }

  seen(deviceId: string, at: Instant): void {
    this.#seen.set(deviceId, at)
  }

  /** When each device was last heard of, as far as not written yet; forgets it, and ends those that ran out. */
  takeSeen(): { id: string; at: Instant }[] {
    this.#listener?.dropShutOut()
    const taken = [...this.#seen].map(([id, at]) => ({ id, at }))
    this.#seen.clear()
    return taken
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#close())
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act, act)
    this.#last = turn
    return turn
  }

  #identity(hub: Hub): Promise<HubIdentity> {
    return takeHubIdentity(hub, [lanName(), ...lanAddresses(this.#place.host)])
  }

  async #open(hub: Hub, choice: Choice): Promise<void> {
    const { host } = this.#place
    const identity = await this.#identity(hub)
    const at = { host, port: this.#place.port ?? choice.port }
    this.#listener = await LanListener.open(hub, identity, at, this.#rendererDir)
    // At one address of one's own choosing nobody needs to be told.
    if (host === EVERY_ADDRESS) {
      const ports = {
        port: this.#listener.port,
        pairingPort: this.#place.pairingPort ?? choice.pairingPort,
      }
      this.#announcement = announceHub(hub.folder.installationId, ports, hub.log)
    }
  }

  async #close(): Promise<void> {
    clearTimeout(this.#pairingEnd)
    const [pairing, listener, announcement] = [this.#pairing, this.#listener, this.#announcement]
    this.#pairing = null
    this.#listener = null
    this.#announcement = null
    await announcement?.stop()
    await pairing?.close()
    await listener?.close()
  }

  async #fitPairing(hub: Hub): Promise<void> {
    clearTimeout(this.#pairingEnd)
    const last = listLiveCodes(hub.read, hub.now(), PAIRING_TRIES).at(-1)
    if (!this.#listener || !last) {
      await this.#pairing?.close()
      this.#pairing = null
      return
    }
    // Never longer than a code lives, whatever happens to the wall clock meanwhile.
    const left = Math.min(instantMs(last.expires_at) - instantMs(hub.now()), PAIRING_CODE_MS)
    this.#pairingEnd = setTimeout(() => {
      void this.#inTurn(async () => {
        await this.#pairing?.close()
        this.#pairing = null
      })
    }, left).unref()
    this.#pairing ??= await PairingListener.open(hub, await this.#identity(hub), {
      host: this.#place.host,
      port: this.#place.pairingPort ?? readChoice(hub).pairingPort,
      lanPort: this.#listener.port,
    })
  }
}

function readChoice(hub: Hub): Choice {
  return {
    enabled: readSetting(hub.read, 'lan.enabled'),
    port: readSetting(hub.read, 'lan.port'),
    pairingPort: readSetting(hub.read, 'lan.pairing-port'),
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}

/** Why a port cannot be had, for the administrator. */
function portSentence(error: unknown): string {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return 'Cổng này đang được chương trình khác dùng. Chọn cổng khác.'
    case 'EACCES':
      return 'Máy chủ không được phép mở cổng này. Chọn cổng khác hoặc hỏi người quản lý máy.'
    case 'EADDRNOTAVAIL':
      return 'Máy chủ không còn địa chỉ mạng đã chọn. Kiểm tra dây mạng và tùy chọn --lan-host.'
    default:
      return 'Chưa mở được cổng cho mạng nội bộ. Chọn cổng khác hoặc khởi động lại máy chủ.'
  }
}
