/** The hub's cookies, in memory and nowhere else: the page never sees them. */
export class SessionJar {
  readonly #cookies = new Map<string, string>()

  /** Takes what a `Set-Cookie` header says. */
  take(header: readonly string[] | undefined): void {
    for (const line of header ?? []) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      if (at < 1) continue
      const name = pair.slice(0, at).trim()
      const isOver = attributes.some((text) => /^\s*max-age\s*=\s*-?0*\s*$/i.test(text))
      if (isOver) this.#cookies.delete(name)
      else this.#cookies.set(name, pair.slice(at + 1).trim())
    }
  }

  /** The `Cookie` header to send, or undefined without a session. */
  header(): string | undefined {
    if (this.#cookies.size === 0) return undefined
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  clear(): void {
    this.#cookies.clear()
  }
}
