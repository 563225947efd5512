const ARGUMENT = '--hub-url='

/** The hub's address from the command line; only this machine's own, over plain HTTP, is taken. */
export function hubUrlFrom(args: readonly string[]): URL | undefined {
  const text = args.find((arg) => arg.startsWith(ARGUMENT))?.slice(ARGUMENT.length)
  if (text === undefined || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const isOwn = url.protocol === 'http:' && url.hostname === '127.0.0.1' && url.username === ''
  return isOwn ? new URL('/', url) : undefined
}
