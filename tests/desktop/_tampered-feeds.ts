import { signManifest } from '../../scripts/make-manifest.ts'
import { testKey, type TestRelease } from '../hub/_release.ts'

/** What a hub answers when a desk fetches an installer. */
export interface InstallerAnswer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** One way in which a hub, or somebody at the PC, tries to have another program installed. */
export interface TamperedFeed {
  title: string
  /** What the hub shows in place of a good release. */
  shown?: (release: TestRelease) => TestRelease
  /** What the hub sends in place of the installer. */
  sent?: (release: TestRelease) => InstallerAnswer
  /** What the release is, well signed as it may be. */
  signed?: 'older than one seen' | 'expired' | 'lower than the program'
  /** Whose file another one is put in place of: the one fetched, or the copy electron-updater took. */
  replaced?: 'fetched' | 'taken'
  /** Words of the refusal; null where the desk only waits for the rest. */
  refusal: string | null
}

const UNSIGNED = 'không có chữ ký'
const OTHER_FILE = 'không đúng như nơi phát hành đã ký'

const whole = (body: Buffer): InstallerAnswer => ({ status: 200, headers: {}, body })

function oneByteChanged(manifest: Buffer): Buffer {
  const changed = Buffer.from(manifest)
  changed[changed.length - 3] = (changed[changed.length - 3] ?? 0) ^ 1
  return changed
}

/** The twelve tampered feeds. */
export const TAMPERED_FEEDS: readonly TamperedFeed[] = [
  {
    title: '1: no signature',
    shown: (release) => ({ ...release, signature: Buffer.alloc(64) }),
    refusal: UNSIGNED,
  },
  {
    title: '2: signed with a key nobody trusts',
    shown: (release) => ({
      ...release,
      signature: signManifest(release.manifest, testKey('stranger').privateKey),
    }),
    refusal: UNSIGNED,
  },
  {
    title: '3: one byte of the manifest changed',
    shown: (release) => ({ ...release, manifest: oneByteChanged(release.manifest) }),
    refusal: UNSIGNED,
  },
  {
    title: '4: another file under the right name and size',
    sent: (release) => whole(Buffer.alloc(release.installer.length, 7)),
    refusal: OTHER_FILE,
  },
  {
    title: '5: an older manifest shown again after a newer one',
    signed: 'older than one seen',
    refusal: 'cũ hơn bản đã nhận trước đó',
  },
  { title: '6: expired', signed: 'expired', refusal: 'đã hết hạn dùng để cài' },
  { title: '7: a lower version', signed: 'lower than the program', refusal: 'Không cài lùi phiên bản' },
  {
    title: '8: a file larger than signed',
    sent: (release) => whole(Buffer.concat([release.installer, Buffer.alloc(10)])),
    refusal: OTHER_FILE,
  },
  {
    title: '9: a download that leads to another host',
    sent: () => ({
      status: 302,
      headers: { location: 'https://example.org/setup.exe' },
      body: Buffer.alloc(0),
    }),
    refusal: OTHER_FILE,
  },
  {
    title: '10: another file put in place while PowerShell is blocked, which electron-updater takes for good',
    replaced: 'taken',
    refusal: OTHER_FILE,
  },
  {
    title: '11: a file changed after its download, with no publisher to compare with',
    replaced: 'fetched',
    refusal: OTHER_FILE,
  },
  {
    title: '12: a download cut short, said to be whole',
    sent: (release) => whole(release.installer.subarray(0, 200_000)),
    refusal: null,
  },
]
