import type { Problem } from '../errors.ts'
import { formatInstant, instantMs, type Instant } from '../time/instant.ts'
import type { Manifest, ReleaseFile, ReleasePlatform } from './manifest.ts'
import { compareVersions } from './version.ts'

/** Newest release a program accepted, kept by it: an older one shown later is a replay. */
export interface SeenRelease {
  version: string
  madeAt: Instant
}

/** How far ahead of this clock a release may have been made: clocks of offices differ. */
const CLOCK_SLACK_MS = 24 * 3_600_000

/**
 * Why a release whose signature is good must still not be installed; empty when it may.
 * @param known.installed version that runs now
 * @param known.seen newest release accepted before, null for none
 * @param known.platform what this program was installed with
 */
export function judgeManifest(
  manifest: Manifest,
  known: { installed: string; seen: SeenRelease | null; now: Instant; platform: ReleasePlatform },
): Problem[] {
  const { version } = manifest
  const problems = timeProblems(manifest, known)
  if (compareVersions(version, known.installed) <= 0)
    problems.push({
      code: 'release_not_newer',
      message: `Bản ${version} không mới hơn bản đang chạy (${known.installed}). Không cài lùi phiên bản.`,
    })
  if (compareVersions(known.installed, manifest.minimumVersion) < 0)
    problems.push({
      code: 'release_too_far',
      message: `Bản ${version} cài được từ bản ${manifest.minimumVersion} trở lên. Cài bản đó trước.`,
    })
  if (fileFor(manifest, known.platform) === undefined)
    problems.push({
      code: 'release_other_platform',
      message: `Bản ${version} không có tệp cài đặt cho loại máy này. Xin bản phát hành đủ tệp.`,
    })
  return problems
}

/**
 * Why a hub must not take in a release whose signature is good. A release of the hub's own version is taken: its
 * desks may still run an older one.
 */
export function judgeForHub(
  manifest: Manifest,
  known: { hubVersion: string; seen: SeenRelease | null; now: Instant },
): Problem[] {
  const problems = timeProblems(manifest, known)
  if (compareVersions(manifest.version, known.hubVersion) < 0)
    problems.push({
      code: 'release_not_newer',
      message: `Bản ${manifest.version} cũ hơn bản máy chủ đang chạy (${known.hubVersion}). Không cài lùi phiên bản.`,
    })
  return problems
}

function timeProblems(manifest: Manifest, known: { seen: SeenRelease | null; now: Instant }): Problem[] {
  const problems: Problem[] = []
  const { version } = manifest
  if (instantMs(manifest.expiresAt) <= instantMs(known.now))
    problems.push({
      code: 'release_expired',
      message: `Bản ${version} đã hết hạn dùng để cài lúc ${formatInstant(manifest.expiresAt)}. Xin bản phát hành mới.`,
    })
  if (instantMs(manifest.madeAt) > instantMs(known.now) + CLOCK_SLACK_MS)
    problems.push({
      code: 'release_from_future',
      message: `Bản ${version} ghi làm lúc ${formatInstant(manifest.madeAt)}, sau giờ của máy này. Sửa ngày giờ của máy rồi thử lại.`,
    })
  if (isReplay(manifest, known.seen))
    problems.push({
      code: 'release_replayed',
      message: `Bản ${version} cũ hơn bản đã nhận trước đó. Dùng bản phát hành mới nhất.`,
    })
  return problems
}

/** The same release again is none: a desk asks for it until it is installed. */
function isReplay({ version, madeAt }: Manifest, seen: SeenRelease | null): boolean {
  if (seen === null) return false
  const order = compareVersions(version, seen.version)
  return order < 0 || instantMs(madeAt) < instantMs(seen.madeAt) || (order === 0 && madeAt !== seen.madeAt)
}

/** The installer of a platform. */
export function fileFor(manifest: Manifest, platform: ReleasePlatform): ReleaseFile | undefined {
  return manifest.files.find((file) => file.platform === platform)
}
