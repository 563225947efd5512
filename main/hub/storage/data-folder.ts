import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes, randomUUID } from 'node:crypto'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { z } from 'zod'

/** Where everything of one installation lies. */
export interface DataFolder {
  dir: string
  database: string
  lock: string
  backups: string
  /** The file with the 32-byte data key; by default beside the folder, never inside it. */
  keyFile: string
  installationId: string
}

const markerShape = z.object({ installationId: z.string(), keyFile: z.string() })

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

function layout(dir: string, keyFile: string, installationId: string): DataFolder {
  return {
    dir,
    database: join(dir, 'neo-ve.db'),
    lock: join(dir, 'hub.lock'),
    backups: join(dir, 'backups'),
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
  const absolute = resolve(dir)
  if (isInitialised(absolute)) {
    throw new DataFolderError(
      'already-initialised',
      'Thư mục dữ liệu này đã được khởi tạo. Chọn thư mục khác.',
    )
  }
  const key = resolve(keyFile ?? join(dirname(absolute), `${basename(absolute)}.neo-ve-key`))
  if (isWithin(realPath(absolute), realPath(key))) {
    throw new DataFolderError(
      'key-inside-data',
      'Tệp khóa phải nằm ngoài thư mục dữ liệu, để người lấy được dữ liệu không có luôn khóa.',
    )
  }
  // Before anything is made: a refusal leaves no half-made folder behind.
  const isKeyThere = existsSync(key)
  if (isKeyThere) readKey(key)
  mkdirSync(absolute, { recursive: true, mode: 0o700 })
  mkdirSync(join(absolute, 'backups'), { recursive: true, mode: 0o700 })
  if (!isKeyThere) {
    mkdirSync(dirname(key), { recursive: true })
    writeFileSync(key, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(key, 0o600)
  }
  const folder = layout(absolute, key, randomUUID())
  writeMarker(folder)
  return folder
}

function writeMarker({ dir, installationId, keyFile }: DataFolder): void {
  const unfinished = `${markerFile(dir)}.tmp`
  writeFileSync(unfinished, `${JSON.stringify({ installationId, keyFile }, null, 2)}\n`, { mode: 0o600 })
  renameSync(unfinished, markerFile(dir))
}

/** Remembers the key file of data that were restored with a key other than the remembered one. */
export function rememberKeyFile(folder: DataFolder): void {
  if (openDataFolder(folder.dir).keyFile !== folder.keyFile) writeMarker(folder)
}

function readMarker(dir: string): z.infer<typeof markerShape> {
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
  return layout(absolute, keyFile ? resolve(keyFile) : remembered, marker.installationId)
}

/**
 * The 32 bytes of a key file.
 * @throws DataFolderError `key-missing`, `key-unusable`
 */
export function readKey(keyFile: string): Uint8Array {
  if (!existsSync(keyFile)) {
    throw new DataFolderError(
      'key-missing',
      'Không thấy tệp khóa dữ liệu. Đưa lại tệp khóa hoặc chỉ chỗ bằng --key-file.',
    )
  }
  const text = statSync(keyFile).isFile() ? readFileSync(keyFile, 'utf8').trim() : ''
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    throw new DataFolderError('key-unusable', 'Tệp khóa không đúng dạng. Dùng đúng tệp khóa của cơ sở này.')
  }
  return Uint8Array.from(Buffer.from(text, 'hex'))
}
