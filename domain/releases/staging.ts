import type { Problem } from '../errors.ts'
import { addHours, formatInstant, type Instant } from '../time/instant.ts'

/** Who is offered a release: nobody yet, one desk, every desk, nobody any more. */
export const RELEASE_STATES = ['held', 'trial', 'open', 'withdrawn'] as const
export type ReleaseState = (typeof RELEASE_STATES)[number]

export const RELEASE_STATE_LABELS: Record<ReleaseState, string> = {
  held: 'Mới nhận, chưa máy nào cài',
  trial: 'Đang thử ở một máy',
  open: 'Mọi máy',
  withdrawn: 'Đã thu hồi',
}

/** How long one desk runs a release before all may, in hours. */
const TRIAL_HOURS = 24

interface StagedRelease {
  version: string
  state: ReleaseState
  expiresAt: Instant
  trialDesk: string | null
  trialAt: Instant | null
}

/** True when a desk of this name is offered the release at `now`. */
export function isOfferedTo(release: StagedRelease, desk: string, now: Instant): boolean {
  if (release.expiresAt <= now) return false
  return release.state === 'open' || (release.state === 'trial' && release.trialDesk === desk)
}

/** Why a release may not go to one desk for a trial: only one that no desk has, or that is on trial elsewhere. */
export function trialProblems(release: StagedRelease, now: Instant): Problem[] {
  if (release.state === 'withdrawn') return [withdrawn(release)]
  if (release.expiresAt <= now) return [expired(release)]
  if (release.state === 'open')
    return [{ code: 'release_open', message: `Bản ${release.version} đã mở cho mọi máy, không cần thử nữa.` }]
  return []
}

/**
 * Why a release may not go to all desks yet. One desk has run it for 24 hours first; whoever gives a reason may go
 * sooner (a fault that cannot wait).
 * @param trialVersion version the desk on trial runs, null when it is not known
 */
export function openProblems(
  release: StagedRelease,
  facts: { now: Instant; trialVersion: string | null; reason: string | null },
): Problem[] {
  if (release.state === 'withdrawn') return [withdrawn(release)]
  if (release.expiresAt <= facts.now) return [expired(release)]
  if (release.state === 'open')
    return [{ code: 'release_open', message: `Bản ${release.version} đã mở cho mọi máy.` }]
  if (facts.reason !== null) return []
  if (release.state === 'held' || release.trialAt === null)
    return [
      {
        code: 'release_untried',
        field: 'reason',
        message: `Chưa máy nào thử bản ${release.version}. Cho một máy thử ${TRIAL_HOURS} giờ trước, hoặc ghi lý do mở ngay.`,
      },
    ]
  const readyAt = addHours(release.trialAt, TRIAL_HOURS)
  if (facts.now < readyAt)
    return [
      {
        code: 'release_trial_short',
        field: 'reason',
        message: `Máy ${release.trialDesk ?? ''} còn thử bản ${release.version} đến ${formatInstant(readyAt)}. Chờ đến lúc đó, hoặc ghi lý do mở ngay.`,
      },
    ]
  if (facts.trialVersion !== release.version)
    return [
      {
        code: 'release_trial_not_run',
        field: 'reason',
        message: `Máy ${release.trialDesk ?? ''} chưa chạy bản ${release.version}. Cài ở máy đó trước, hoặc ghi lý do mở ngay.`,
      },
    ]
  return []
}

function withdrawn({ version }: StagedRelease): Problem {
  return { code: 'release_withdrawn', message: `Bản ${version} đã thu hồi. Đưa lên một bản mới hơn.` }
}

function expired({ version, expiresAt }: StagedRelease): Problem {
  return {
    code: 'release_expired',
    message: `Bản ${version} đã hết hạn dùng để cài lúc ${formatInstant(expiresAt)}. Xin bản phát hành mới.`,
  }
}
