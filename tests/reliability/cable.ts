import { connect, createServer, type Server, type Socket } from 'node:net'

/** Where a socket listens. */
export interface SocketAddress {
  host: string
  port: number
}

/**
 * The cable between one desk and the hub: carries bytes between an address of the desk's own and the hub's, and can be
 * pulled (both ends see it at once) or go silent (nobody is told).
 */
export class Cable {
  readonly #server: Server
  readonly #open = new Set<Socket>()
  #state: 'plugged' | 'pulled' | 'silent' = 'plugged'

  private constructor(server: Server) {
    this.#server = server
  }

  /** Lays a cable from an address to the hub's. */
  static async lay(from: SocketAddress, to: SocketAddress): Promise<Cable> {
    const server = createServer()
    const cable = new Cable(server)
    server.on('connection', (near) => cable.#join(near, to))
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(from.port, from.host, resolve)
    })
    return cable
  }

  pull(): void {
    this.#state = 'pulled'
    for (const socket of this.#open) socket.destroy()
  }

  goSilent(): void {
    this.#state = 'silent'
    for (const socket of this.#open) socket.pause()
  }

  plugIn(): void {
    this.#state = 'plugged'
    for (const socket of this.#open) socket.resume()
  }

  async close(): Promise<void> {
    this.pull()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #join(near: Socket, to: SocketAddress): void {
    this.#keep(near)
    if (this.#state === 'pulled') {
      near.destroy()
      return
    }
    const far = connect(to.port, to.host)
    this.#keep(far)
    near.on('data', (bytes) => far.write(bytes))
    far.on('data', (bytes) => near.write(bytes))
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
    if (this.#state === 'silent') for (const socket of [near, far]) socket.pause()
  }

  #keep(socket: Socket): void {
    this.#open.add(socket)
    socket.setNoDelay(true)
    // A broken end shows as its close.
    socket.on('error', () => {})
    socket.once('close', () => this.#open.delete(socket))
  }
}
