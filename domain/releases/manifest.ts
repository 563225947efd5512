import { z } from 'zod'
import { instantMs, parseInstant } from '../time/instant.ts'
import { isVersion } from './version.ts'

/** What a release holds an installer for. */
export const RELEASE_PLATFORMS = ['windows', 'linux-appimage', 'linux-deb'] as const
export type ReleasePlatform = (typeof RELEASE_PLATFORMS)[number]

export const PLATFORM_LABELS: Record<ReleasePlatform, string> = {
  windows: 'Windows',
  'linux-appimage': 'Linux (AppImage)',
  'linux-deb': 'Linux (deb)',
}

/** How an installer's name ends, without regard to case. */
export const PLATFORM_ENDINGS: Record<ReleasePlatform, string> = {
  windows: '.exe',
  'linux-appimage': '.appimage',
  'linux-deb': '.deb',
}

/** A release is good for so many days: a desk that is shown an old feed for ever notices it. */
export const RELEASE_DAYS = 90

/** Largest installer, in bytes. */
const MOST_INSTALLER_BYTES = 1_073_741_824

/** Largest manifest and signature, in bytes: what is longer is not even read. */
export const MOST_MANIFEST_BYTES = 65_536
export const SIGNATURE_BYTES = 64

export const MANIFEST_FILE = 'manifest.json'
export const SIGNATURE_FILE = 'manifest.sig'

const DAY_MS = 86_400_000

/** Name of an installer: no folder, no drive, nothing that a shell or a header reads otherwise. */
export const installerName = z
  .string()
  .max(120)
  .regex(/^[0-9A-Za-z][0-9A-Za-z._-]*$/)
  .refine((name) => !name.includes('..'))

const instantText = z.string().refine((text) => parseInstant(text) === text)

const fileShape = z.strictObject({
  platform: z.enum(RELEASE_PLATFORMS),
  name: installerName,
  size: z.int().min(1).max(MOST_INSTALLER_BYTES),
  /** SHA-512 of the file, 128 hex digits. */
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
})
export type ReleaseFile = z.infer<typeof fileShape>

/** What a release says of itself; signed as the exact bytes of its file. */
export const manifestShape = z
  .strictObject({
    format: z.literal(1),
    product: z.literal('neo-ve'),
    version: z.string().refine(isVersion),
    channel: z.enum(['stable', 'trial']),
    /** A program older than this is brought here by hand first. */
    minimumVersion: z.string().refine(isVersion),
    madeAt: instantText,
    expiresAt: instantText,
    /** What is new, in Vietnamese, one line each. */
    notes: z.array(z.string().min(1).max(300)).max(20),
    files: z.array(fileShape).min(1).max(RELEASE_PLATFORMS.length),
  })
  .refine(({ files }) => new Set(files.map(({ name }) => name.toLowerCase())).size === files.length)
  .refine(({ files }) => new Set(files.map(({ platform }) => platform)).size === files.length)
  .refine(({ files }) =>
    files.every(({ platform, name }) => name.toLowerCase().endsWith(PLATFORM_ENDINGS[platform])),
  )
  .refine(({ madeAt, expiresAt }) => {
    const days = (instantMs(expiresAt) - instantMs(madeAt)) / DAY_MS
    return days > 0 && days <= RELEASE_DAYS
  })
export type Manifest = z.infer<typeof manifestShape>
