/** The file of a worker beside `moduleUrl`: TypeScript when run from sources, JavaScript when bundled. */
export function workerFile(moduleUrl: string, name: string): URL {
  return new URL(`./${name}${moduleUrl.endsWith('.ts') ? '.ts' : '.js'}`, moduleUrl)
}
