import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { randomBytes, randomUUID } from 'node:crypto'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { z } from 'zod'
import { sealedKeyShape, type SealedKey } from '../keys/sealed-key.ts'

/** Where everything of one installation lies. */
export interface DataFolder {
  dir: string
  database: string
  lock: string
  backups: string
  /** Where the 32-byte data key comes from: a file, or the program that starts the hub. */
  keySource: KeySource
  /** The file of the data key, or where one would lie; by default beside the folder, never inside it. */
  keyFile: string
  installationId: string
}

type KeySource = 'file' | 'parent'

const markerShape = z.object({
  installationId: z.string(),
  keyFile: z.string(),
  keySource: z.enum(['file', 'parent']).default('file'),
  /** The data key, closed to everybody without the recovery sheet. */
  sealedKey: sealedKeyShape.optional(),
})
type Marker = z.infer<typeof markerShape>

/** The folder is not usable as data of a hub. `kind` is the code that commands print. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
  readonly kind:
    | 'no-data'
    | 'already-initialised'
    | 'key-missing'
    | 'key-inside-data'
    | 'key-unusable'
    | 'marker-unusable'
  constructor(kind: DataFolderError['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

/** No key file where one is looked for. Not where: the refusal may be read by people who have not signed in. */
export function keyFileMissing(): DataFolderError {
  return new DataFolderError(
    'key-missing',
    'Không thấy tệp khóa dữ liệu. Đưa lại tệp khóa hoặc chỉ chỗ bằng --key-file.',
  )
}

function layout(dir: string, { keyFile, installationId, keySource }: Omit<Marker, 'sealedKey'>): DataFolder {
  return {
    dir,
    database: join(dir, 'neo-ve.db'),
    lock: join(dir, 'hub.lock'),
    backups: join(dir, 'backups'),
    keySource,
    keyFile,
    installationId,
  }
}

function markerFile(dir: string): string {
  return join(dir, 'hub.json')
}

/** True once a hub has been initialised in the folder. */
export function isInitialised(dir: string): boolean {
  return existsSync(markerFile(dir))
}

/** The path with links followed, as far as it exists. */
function realPath(path: string): string {
  const parent = dirname(path)
  if (existsSync(path) || parent === path) return realpathSync(path)
  return join(realPath(parent), basename(path))
}

function isWithin(dir: string, path: string): boolean {
  const way = relative(dir, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

/**
 * Prepares an empty folder: makes the data key in a 0600 file outside it and remembers where.
 * @throws DataFolderError `already-initialised`, `key-inside-data`, `key-unusable` (a key file that exists but is none)
 */
export function createDataFolder(dir: string, keyFile?: string): DataFolder {
  const absolute = absentFolder(dir)
  const key = resolve(keyFile ?? besideKeyFile(absolute))
  if (isWithin(realPath(absolute), realPath(key))) {
    throw new DataFolderError(
      'key-inside-data',
      'Tệp khóa phải nằm ngoài thư mục dữ liệu, để người lấy được dữ liệu không có luôn khóa.',
    )
  }
  // Before anything is made: a refusal leaves no half-made folder behind.
  const isKeyThere = existsSync(key)
  if (isKeyThere) readKey(key)
  makeFolders(absolute)
  if (!isKeyThere) {
    mkdirSync(dirname(key), { recursive: true })
    writeFileSync(key, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(key, 0o600)
  }
  return markNew(absolute, { installationId: randomUUID(), keyFile: key, keySource: 'file' })
}

/**
 * Prepares an empty folder whose key the program that starts the hub holds: nothing of the key is written.
 * @throws DataFolderError `already-initialised`
 */
export function createFolderOfParent(dir: string): DataFolder {
  const absolute = absentFolder(dir)
  makeFolders(absolute)
  const keyFile = besideKeyFile(absolute)
  return markNew(absolute, { installationId: randomUUID(), keyFile, keySource: 'parent' })
}

function absentFolder(dir: string): string {
  const absolute = resolve(dir)
  if (!isInitialised(absolute)) return absolute
  throw new DataFolderError('already-initialised', 'Thư mục dữ liệu này đã được khởi tạo. Chọn thư mục khác.')
}

function besideKeyFile(dir: string): string {
  return join(dirname(dir), `${basename(dir)}.neo-ve-key`)
}

function makeFolders(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  mkdirSync(join(dir, 'backups'), { recursive: true, mode: 0o700 })
}

function markNew(dir: string, marker: Marker): DataFolder {
  const folder = layout(dir, marker)
  writeMarker(dir, marker)
  return folder
}

function writeMarker(dir: string, marker: Marker): void {
  const unfinished = `${markerFile(dir)}.tmp`
  const handle = openSync(unfinished, 'w', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(marker, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(unfinished, markerFile(dir))
}

/** Remembers the key file of data that were restored with a key other than the remembered one. */
export function rememberKeyFile(folder: DataFolder): void {
  const marker = readMarker(folder.dir)
  if (openDataFolder(folder.dir).keyFile !== folder.keyFile) {
    writeMarker(folder.dir, { ...marker, keyFile: folder.keyFile })
  }
}

/** Remembers the data key as the recovery sheet opens it; null for a house without a sheet. */
export function rememberSealedKey(folder: DataFolder, sealedKey: SealedKey | null): void {
  const { sealedKey: _replaced, ...marker } = readMarker(folder.dir)
  writeMarker(folder.dir, sealedKey ? { ...marker, sealedKey } : marker)
}

/** The data key as the recovery sheet opens it; null when no sheet was ever confirmed. */
export function sealedKeyOf(folder: DataFolder): SealedKey | null {
  return readMarker(folder.dir).sealedKey ?? null
}

/** The installation a folder becomes when the data of another PC are restored into it: desks follow the identity. */
export function adoptInstallation(folder: DataFolder, installationId: string): DataFolder {
  writeMarker(folder.dir, { ...readMarker(folder.dir), installationId })
  return { ...folder, installationId }
}

function readMarker(dir: string): Marker {
  try {
    return markerShape.parse(JSON.parse(readFileSync(markerFile(dir), 'utf8')))
  } catch {
    throw new DataFolderError(
      'marker-unusable',
      'Tệp hub.json trong thư mục dữ liệu hỏng hoặc không đọc được. Chép lại tệp này từ bản sao của thư mục.',
    )
  }
}

/**
 * Reads where an initialised folder keeps its parts. `keyFile` overrides the remembered place of the key.
 * @throws DataFolderError `no-data`, `marker-unusable`
 */
export function openDataFolder(dir: string, keyFile?: string): DataFolder {
  const absolute = resolve(dir)
  if (!isInitialised(absolute)) {
    throw new DataFolderError('no-data', 'Thư mục này chưa có dữ liệu Nẻo Về. Kiểm tra lại đường dẫn.')
  }
  const marker = readMarker(absolute)
  const remembered = isAbsolute(marker.keyFile) ? marker.keyFile : resolve(absolute, marker.keyFile)
  return layout(absolute, { ...marker, keyFile: keyFile ? resolve(keyFile) : remembered })
}

/**
 * The 32 bytes of a key file.
 * @throws DataFolderError `key-missing`, `key-unusable`
 */
export function readKey(keyFile: string): Uint8Array {
  if (!existsSync(keyFile)) {
    throw keyFileMissing()
  }
  const text = statSync(keyFile).isFile() ? readFileSync(keyFile, 'utf8').trim() : ''
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    throw new DataFolderError('key-unusable', 'Tệp khóa không đúng dạng. Dùng đúng tệp khóa của cơ sở này.')
  }
  return Uint8Array.from(Buffer.from(text, 'hex'))
}
