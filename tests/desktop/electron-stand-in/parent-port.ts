// Loaded before the built hub: gives it the port that a utility process of Electron has.
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const port: ParentPort = {
  on: (_event, listener) => {
    process.on('message', (data) => listener({ data }))
  },
  postMessage: (message) => {
    process.send?.(message)
  },
}
Object.assign(process, { parentPort: port })
// A utility process does not outlive the program.
process.once('disconnect', () => process.exit(1))
