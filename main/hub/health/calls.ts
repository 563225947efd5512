import { existsSync, statSync } from 'node:fs'
import { auditLength } from '#db/queries/audit/reader.ts'
import { listOpenSessions } from '#db/queries/accounts/reader.ts'
import { lastGoodBackupAt } from '#db/queries/backup/reader.ts'
import type { healthContract } from '#domain/contract/health.ts'
import { ERROR_SENTENCES } from '#domain/errors.ts'
import { clockDoubtSentence, type HubClockDoubt } from '#domain/time/clock-doubt.ts'
import type { CallUseCases } from '../use-case.ts'
import { backupChecks } from '../backup/backup-checks.ts'
import { diskState } from './disk-space.ts'
import { PROGRAM_VERSION } from '../version.ts'

const DISK_SENTENCES = {
  ok: 'Ổ đĩa còn đủ chỗ trống.',
  alarm: 'Ổ đĩa còn dưới 20 %. Xóa bớt tệp không cần hoặc chuyển bản sao lưu sang ổ khác.',
  refuse: 'Ổ đĩa còn dưới 10 % nên máy chủ không nhận tệp mới. Giải phóng chỗ trống ngay.',
} as const

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}

export const healthCalls: CallUseCases<typeof healthContract> = {
  get: ({ hub, now, actor }) => {
    const listening = hub.feed.sessions
    const disk = hub.diskSpace()
    const backupAt = lastGoodBackupAt(hub.read)
    const isRecipeKept = recipeHolds(() => hub.read.assertRecipe('read'))
    const isWriting = hub.writer.isAccepting
    return {
      version: PROGRAM_VERSION,
      node: process.versions.node,
      sqlite: String(hub.read.pluck('select sqlite_version()')),
      startedAt: hub.startedAt,
      hubTime: now,
      memoryBytes: process.memoryUsage().rss,
      databaseBytes: sizeOf(hub.folder.database),
      walBytes: sizeOf(`${hub.folder.database}-wal`),
      diskFreeBytes: disk.freeBytes,
      diskTotalBytes: disk.totalBytes,
      dataFolder: hub.folder.dir,
      lastGoodBackupAt: backupAt,
      auditLength: auditLength(hub.read),
      desks: listOpenSessions(hub.read, now).map((session) => ({
        desk: session.desk,
        userName: session.display_name,
        seenAt: hub.seen.lastSeen(session.id) ?? session.seen_at,
        // The desk that asks is connected, even before its stream of changes has opened.
        isConnected: session.id === actor.sessionId || listening.has(session.id),
      })),
      checks: [
        {
          code: 'storage',
          ok: isRecipeKept && isWriting,
          message: !isWriting
            ? ERROR_SENTENCES.disk_failed
            : isRecipeKept
              ? 'Dữ liệu được mã hóa và ghi chắc xuống đĩa.'
              : 'Cách ghi dữ liệu không đúng yêu cầu. Khởi động lại máy chủ; nếu còn, gọi hỗ trợ.',
        },
        { code: 'disk', ok: diskState(disk) === 'ok', message: DISK_SENTENCES[diskState(disk)] },
        ...backupChecks(hub, now),
        clockCheck(hub.clock.doubt()),
      ],
    }
  },
}

function clockCheck(doubt: HubClockDoubt | null): { code: string; ok: boolean; message: string } {
  const message = doubt === null ? 'Đồng hồ máy chủ chạy đều.' : clockDoubtSentence(doubt)
  return { code: 'clock', ok: doubt === null, message }
}

function recipeHolds(check: () => void): boolean {
  try {
    check()
    return true
  } catch {
    return false
  }
}
