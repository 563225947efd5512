/**
 * A data file that ships with the program, by its path in the project: beside the sources when run from them, in
 * `shipped/` beside the bundle when built. The build copies what `electron.vite.config.ts` lists.
 */
export function shippedFile(path: string): URL {
  const { url } = import.meta
  return new URL(url.endsWith('.ts') ? `../../../${path}` : `./shipped/${path}`, url)
}
