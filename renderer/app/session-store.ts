import type { Me } from '#domain/contract/auth.ts'
import { setCallRescue } from '#renderer/api/call-rescue.ts'
import { hub } from '#renderer/api/client.ts'
import { deskName } from '#renderer/api/desk-name.ts'
import { toHubError } from '#renderer/api/hub-error.ts'

/** Why a page is covered although somebody is signed in. */
export type CoverReason = 'locked' | 'idle' | 'ended' | 'new-password'

export type SessionState =
  | { kind: 'starting' }
  | { kind: 'unreachable'; message: string }
  /** The hub has no centre yet. */
  | { kind: 'empty' }
  | { kind: 'signed-out' }
  | {
      kind: 'signed-in'
      me: Me
      cover: CoverReason | null
      /** False while nothing was shown to this person yet: there is no page to keep under the cover. */
      hasPage: boolean
      isAskingPassword: boolean
    }

type Word =
  | { type: 'locked' }
  | { type: 'signed-in'; userId: string }
  | { type: 'signed-out' }
  | { type: 'active' }

/** Set while this browser is locked: a reload must not open what the lock covers. */
const LOCK_MARK = 'neo-ve-locked'
const RETRY_MS = 3000
const ACTIVE_EVERY_MS = 10_000
const AWAKE_EVERY_MS = 60_000
/** How long the answer to a lock's sign-out is waited for; a pulled cable gives none. */
const SIGN_OUT_MS = 5000

/**
 * Who sits at this desk, for all windows of the browser together. Locking ends the session at the hub, so that
 * neither a reload nor another window opens what the lock covers; what is on the page stays in memory under it.
 */
export class SessionStore {
  #state: SessionState = { kind: 'starting' }
  readonly #listeners = new Set<() => void>()
  readonly #windows = new BroadcastChannel('neo-ve-session')
  #waitingForSignIn: ((again: boolean) => void)[] = []
  #waitingForPassword: ((again: boolean) => void)[] = []
  // Counted from the start of the page, whatever the clock of this PC is set to meanwhile.
  #lastActiveMs = performance.now()
  #lastToldMs = -ACTIVE_EVERY_MS
  #lastAwakeMs = performance.now()
  /** The answer to the sign-out of a lock; a sign-in waits for it, or that answer would take the new session. */
  #lastSignOut: Promise<unknown> = Promise.resolve()
  #asking: Promise<boolean> | null = null

  constructor() {
    this.#windows.addEventListener('message', (event: MessageEvent<Word>) => this.#hear(event.data))
    setCallRescue({
      signInAgain: () => this.#waitForSignIn(),
      confirmPassword: () => this.#waitForPassword(),
    })
  }

  readonly get = (): SessionState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Finds out how things stand; asks again until the hub answers. */
  async start(): Promise<void> {
    try {
      const status = await hub.setup.status({}, { context: { isBackground: true } })
      if (status.state === 'empty') return this.#set({ kind: 'empty' })
      if (localStorage.getItem(LOCK_MARK) !== null) {
        await hub.auth.signOut({})
        localStorage.removeItem(LOCK_MARK)
      }
      this.#enter(await hub.auth.me({}))
    } catch (error) {
      const { code, message } = toHubError(error)
      if (code === 'not_signed_in') {
        localStorage.removeItem(LOCK_MARK)
        return this.#set({ kind: 'signed-out' })
      }
      this.#set({ kind: 'unreachable', message })
      setTimeout(() => void this.start(), RETRY_MS)
    }
  }

  /** Signs in, on the sign-in page or on the cover; refusals are the hub's. */
  async signIn(login: string, password: string): Promise<void> {
    await this.#lastSignOut
    this.signedIn(await hub.auth.signIn({ login, password, desk: deskName() }))
  }

  /** Somebody has just signed in here. */
  signedIn(me: Me): void {
    localStorage.removeItem(LOCK_MARK)
    this.#enter(me)
    this.#say({ type: 'signed-in', userId: me.userId })
  }

  /** Covers the page and ends the session; the same person goes on after signing in again. */
  lock(reason: 'locked' | 'idle'): void {
    if (this.#state.kind !== 'signed-in' || this.#state.cover !== null) return
    this.#cover(reason)
    localStorage.setItem(LOCK_MARK, '1')
    this.#say({ type: 'locked' })
    // Where the hub is away the mark stays, and the next start ends the session.
    this.#lastSignOut = hub.auth
      .signOut({}, { signal: AbortSignal.timeout(SIGN_OUT_MS) })
      .catch(() => undefined)
  }

  /**
   * The hub refused something as not signed in. That may have been sent under a session that was locked and followed
   * by another since, so the hub is asked before the page is covered.
   * @returns true when somebody is signed in and may send it again
   */
  async ended(): Promise<boolean> {
    if (this.#state.kind !== 'signed-in' || this.#state.cover !== null) return false
    this.#asking ??= hub.auth
      .me({}, { context: { isBackground: true } })
      .then(
        () => true,
        () => false,
      )
      .finally(() => (this.#asking = null))
    if (await this.#asking) return true
    if (this.#state.cover === null) this.#cover('ended')
    return false
  }

  /** Ends the session and forgets everything this window shows. */
  async signOut(): Promise<void> {
    try {
      await hub.auth.signOut({})
    } catch {
      localStorage.setItem(LOCK_MARK, '1')
    }
    this.#say({ type: 'signed-out' })
    globalThis.location.assign('/dang-nhap')
  }

  /** The new password is chosen: on with the work. */
  passwordChanged(): void {
    if (this.#state.kind !== 'signed-in') return
    this.#enter({ ...this.#state.me, mustChangePassword: false })
  }

  /** Asks the hub again who this is: roles or the centre's name have changed. */
  async refreshMe(): Promise<void> {
    if (this.#state.kind !== 'signed-in' || this.#state.cover !== null) return
    const me = await hub.auth.me({}, { context: { isBackground: true } })
    if (this.#state.kind === 'signed-in') this.#set({ ...this.#state, me })
  }

  /** The answer to the question for the password: confirmed, or not now. */
  answerPassword(isConfirmed: boolean): void {
    if (this.#state.kind === 'signed-in') this.#set({ ...this.#state, isAskingPassword: false })
    const waiting = this.#waitingForPassword
    this.#waitingForPassword = []
    for (const tell of waiting) tell(isConfirmed)
  }

  /** The person did something: typed, clicked. Keeps the session awake also while nothing is asked of the hub. */
  active(): void {
    const now = performance.now()
    this.#lastActiveMs = now
    if (now - this.#lastToldMs > ACTIVE_EVERY_MS) {
      this.#lastToldMs = now
      this.#say({ type: 'active' })
    }
    if (now - this.#lastAwakeMs > AWAKE_EVERY_MS && this.#state.kind === 'signed-in' && !this.#state.cover) {
      this.#lastAwakeMs = now
      hub.auth.me({}).catch(() => {
        // Only keeps awake: what is wrong shows at the next real call.
      })
    }
  }

  /** Locks when nobody has done anything for as long as the house allows; called every few seconds. */
  checkIdle(): void {
    if (this.#state.kind !== 'signed-in') return
    if (performance.now() - this.#lastActiveMs > this.#state.me.idleMinutes * 60_000) this.lock('idle')
  }

  #enter(me: Me): void {
    this.#lastActiveMs = performance.now()
    const hasPage = this.#state.kind === 'signed-in' && this.#state.hasPage
    const cover = me.mustChangePassword ? 'new-password' : null
    this.#set({
      kind: 'signed-in',
      me,
      cover,
      hasPage: hasPage || cover === null,
      isAskingPassword: false,
    })
    if (cover === null) this.#releaseWaiting(true)
  }

  #cover(cover: CoverReason): void {
    if (this.#state.kind === 'signed-in') this.#set({ ...this.#state, cover })
  }

  async #waitForSignIn(): Promise<boolean> {
    if (this.#state.kind !== 'signed-in') return false
    if (await this.ended()) return true
    return new Promise((resolve) => this.#waitingForSignIn.push(resolve))
  }

  #waitForPassword(): Promise<boolean> {
    if (this.#state.kind !== 'signed-in') return Promise.resolve(false)
    this.#set({ ...this.#state, isAskingPassword: true })
    return new Promise((resolve) => this.#waitingForPassword.push(resolve))
  }

  #releaseWaiting(again: boolean): void {
    const waiting = this.#waitingForSignIn
    this.#waitingForSignIn = []
    for (const tell of waiting) tell(again)
  }

  #hear(word: Word): void {
    switch (word.type) {
      case 'active':
        this.#lastActiveMs = performance.now()
        return
      case 'locked':
        this.#cover('locked')
        return
      case 'signed-out':
        globalThis.location.assign('/dang-nhap')
        return
      case 'signed-in':
        if (this.#state.kind === 'signed-in' && this.#state.me.userId !== word.userId)
          globalThis.location.assign('/')
        else void this.start()
    }
  }

  #say(word: Word): void {
    this.#windows.postMessage(word)
  }

  #set(state: SessionState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
