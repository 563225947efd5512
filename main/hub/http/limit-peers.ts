import type { Server } from 'node:http'

/** One address may not take all connections: a plain cap on the total would let it keep everybody out. */
export function limitPeers(server: Server, most: number): void {
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const peer = socket.remoteAddress ?? ''
    const count = (open.get(peer) ?? 0) + 1
    if (count > most) {
      socket.destroy()
      return
    }
    open.set(peer, count)
    socket.once('close', () => {
      const left = (open.get(peer) ?? 1) - 1
      if (left <= 0) open.delete(peer)
      else open.set(peer, left)
    })
  })
}
