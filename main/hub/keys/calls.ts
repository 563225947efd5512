import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newestSealed } from '#db/queries/backup/reader.ts'
import {
  findActiveSheet,
  findUnconfirmedSheet,
  lastPassedDrillAt,
  listDrills,
  listSheets,
} from '#db/queries/keys/sheets.ts'
import { drillDueOn } from '#domain/backup/backup-schedule.ts'
import type { keysContract } from '#domain/contract/keys.ts'
import { AppError } from '#domain/errors.ts'
import { sheetLines, sheetQr } from '#domain/keys/recovery-sheet.ts'
import { openedCopy } from '../backup/opened-copy.ts'
import { sheetKey } from '../backup/preview.ts'
import { takeHubLock } from '#db/connection/hub-lock.ts'
import type { Hub } from '../hub.ts'
import type { JobHandle } from '../jobs/job-runner.ts'
import { maintain } from '../maintenance/maintenance.ts'
import type { Actor, CallUseCases } from '../use-case.ts'
import { rotateKey } from './rotate-key.ts'
import { keepSealedKey } from './sealed-marker.ts'
import { makeSheetPair, publicKeyOf, sheetNumber } from './sealed-key.ts'

export const keysCalls: CallUseCases<typeof keysContract> = {
  status: ({ hub }) => {
    const active = findActiveSheet(hub.read)
    const newest = newestSealed(hub.read)
    const since = active && (lastPassedDrillAt(hub.read, active.id) ?? active.confirmed_at)
    return {
      keySource: hub.folder.keySource,
      keyFile: hub.folder.keySource === 'file' ? hub.folder.keyFile : null,
      canRotate: hub.maintenance !== null,
      sheets: listSheets(hub.read).map((sheet) => ({
        id: sheet.id,
        madeAt: sheet.made_at,
        madeBy: sheet.made_by,
        state: sheet.state,
        confirmedAt: sheet.confirmed_at,
        replacedAt: sheet.replaced_at,
      })),
      drills: listDrills(hub.read).map((drill) => ({
        id: drill.id,
        doneAt: drill.done_at,
        doneBy: drill.done_by,
        file: drill.file,
        madeAt: drill.made_at,
        sheet: drill.sheet,
        outcome: drill.outcome,
        detail: drill.detail,
      })),
      drillDueOn: since ? drillDueOn(since) : null,
      newestSealed: newest ? { file: newest.file, madeAt: newest.taken_at } : null,
    }
  },
  makeSheet: async ({ hub, actor, now }) => {
    const { privateKey, publicKey } = makeSheetPair()
    const id = sheetNumber(publicKey)
    await hub.writer.internal('makeSheet', actor, now, { id, publicKey })
    const lines = sheetLines(privateKey)
    return { id, lines, qr: sheetQr(lines), madeAt: now }
  },
  confirmSheet: async ({ hub, actor, now }, { id, text }) => {
    const typed = sheetKey(text)
    const sheet = findUnconfirmedSheet(hub.read, id)
    if (!sheet) throw new AppError('not_found', 'Phiếu này đã xác nhận hoặc đã bỏ. Lập phiếu mới.')
    if (!typed || sheetNumber(publicKeyOf(typed)) !== id) {
      throw new AppError('invalid_input', 'Hai dòng vừa gõ không thuộc phiếu này. So lại với tờ giấy.')
    }
    await hub.writer.internal('confirmSheet', actor, now, { id })
    keepSealedKey(hub.folder, hub.read, hub.key)
    return { active: true }
  },
  drill: ({ hub, actor }, { text }) => {
    const sheet = sheetKey(text)
    const active = findActiveSheet(hub.read)
    const newest = newestSealed(hub.read)
    if (!sheet || !active) throw new AppError('rule_violated', 'Chưa có phiếu phục hồi. Lập phiếu trước.')
    if (!newest?.folder) {
      throw new AppError('rule_violated', 'Chưa có bản niêm phong nào để thử. Tạo bản niêm phong trước.')
    }
    const copy = { file: newest.file, folder: newest.folder, madeAt: newest.taken_at, sheet: active.id }
    return { jobId: hub.jobs.start(hub, actor, 'drill', (job) => drill(hub, actor, copy, sheet, job)) }
  },
  rotate: ({ hub, actor, now }) => {
    maintain(hub, 'Thay khóa dữ liệu', async ({ folder, keeper, key, progress }) => {
      using lock = takeHubLock(folder.lock)
      if (!lock) throw new AppError('busy')
      await rotateKey(folder, keeper, key, { actor, now }, progress)
      return 'Dữ liệu đã ở dưới khóa mới. Bản niêm phong cũ vẫn mở được bằng phiếu phục hồi.'
    })
    return { started: true }
  },
}

/** Opens a sealed copy with the sheet alone, checks all of it apart from the data, and records how it went. */
async function drill(
  hub: Hub,
  actor: Actor,
  sealed: { file: string; folder: string; madeAt: string; sheet: string },
  sheet: Uint8Array,
  job: JobHandle,
): Promise<{ passed: boolean; detail: string | null }> {
  const dir = mkdtempSync(join(tmpdir(), 'neo-ve-thu-'))
  let detail: string | null = null
  try {
    job.progress(0, 2, 'Mở bản niêm phong chỉ bằng phiếu')
    const copy = join(dir, 'thu.db')
    const opened = await openedCopy(join(sealed.folder, sealed.file), copy, [], sheet)
    if ('refused' in opened) detail = opened.refused[0]?.message ?? ''
    else {
      job.progress(1, 2, 'Kiểm tra toàn bộ')
      const asked = { file: copy, key: opened.key }
      const [problem] = await hub.reports.run('checkRestorable', asked, { signal: job.signal })
      if (problem) detail = problem.message
    }
  } catch {
    if (job.signal.aborted) throw new AppError('cancelled')
    detail = 'Không đọc được bản niêm phong. Cắm ổ giữ bản niêm phong rồi thử lại.'
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
  const { file, madeAt, sheet: number } = sealed
  job.progress(2, 2, 'Xong')
  const outcome = detail === null ? ('passed' as const) : ('failed' as const)
  await hub.writer.internal('recordDrill', actor, hub.now(), {
    id: randomUUID(),
    file,
    madeAt,
    sheet: number,
    outcome,
    detail,
  })
  return { passed: detail === null, detail }
}
