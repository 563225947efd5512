import { existsSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import type { BackupPlaceState } from '#domain/backup/backup-place.ts'
import { AppError } from '#domain/errors.ts'
import type { DataFolder } from '../storage/data-folder.ts'

/** Tells our disk from an empty mount point or somebody else's disk. */
const MARK = 'neo-ve-noi-sao-luu.json'
const markShape = z.object({ installationId: z.string() })

/** How the place of the sealed copies is, and how many bytes are free there. */
export function lookAtPlace(
  folder: DataFolder,
  place: string,
): { state: BackupPlaceState; freeBytes: number | null } {
  if (place === '') return { state: 'none', freeBytes: null }
  if (!isFolder(place)) return { state: 'absent', freeBytes: null }
  const freeBytes = freeIn(place)
  if (!isMarked(folder, place)) return { state: 'unmarked', freeBytes }
  if (freeBytes !== null && freeBytes < 1.1 * sizeOf(folder.database)) return { state: 'full', freeBytes }
  return { state: statSync(place).dev === statSync(folder.dir).dev ? 'same-disk' : 'ready', freeBytes }
}

/** Takes a folder as the place of this installation's sealed copies. @throws AppError `invalid_input` */
export function markPlace(folder: DataFolder, place: string): void {
  const refuse = (message: string) =>
    new AppError('invalid_input', message, { problems: [{ code: 'place', message, field: 'sealedFolder' }] })
  if (!isAbsolute(place)) throw refuse('Ghi đường dẫn đầy đủ, ví dụ E:\\SaoLuu hoặc /media/usb/sao-luu.')
  if (!isFolder(place)) throw refuse('Không thấy thư mục này trên máy chủ. Cắm ổ rồi tạo thư mục trước.')
  try {
    writeFileSync(join(place, MARK), `${JSON.stringify({ installationId: folder.installationId })}\n`)
  } catch (cause) {
    throw new AppError(
      'invalid_input',
      'Không ghi được vào thư mục này. Kiểm tra quyền ghi của ổ.',
      {},
      { cause },
    )
  }
}

function isMarked(folder: DataFolder, place: string): boolean {
  try {
    const mark = markShape.parse(JSON.parse(readFileSync(join(place, MARK), 'utf8')))
    return mark.installationId === folder.installationId
  } catch {
    return false
  }
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
}

function freeIn(place: string): number | null {
  try {
    const disk = statfsSync(place)
    return disk.bavail * disk.bsize
  } catch {
    return null
  }
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}
