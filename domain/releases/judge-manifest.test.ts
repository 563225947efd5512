import { describe, expect, it } from 'vitest'
import { judgeForHub, judgeManifest } from './judge-manifest.ts'
import { manifestShape, type Manifest } from './manifest.ts'

const NOW = '2026-11-22T03:00:00.000Z'
const FILE = {
  platform: 'windows',
  name: 'NeoVe-Setup-0.2.0.exe',
  size: 10,
  sha512: 'a'.repeat(128),
} as const
const MANIFEST: Manifest = {
  format: 1,
  product: 'neo-ve',
  version: '0.2.0',
  channel: 'stable',
  minimumVersion: '0.1.0',
  madeAt: '2026-11-20T03:00:00.000Z',
  expiresAt: '2027-02-18T03:00:00.000Z',
  notes: ['Sửa cách tính quân số'],
  files: [FILE],
}
const KNOWN = { installed: '0.1.0', seen: null, now: NOW, platform: 'windows' } as const

describe('a release with a good signature', () => {
  it('is installed when it is newer, in time and for this platform', () => {
    expect(judgeManifest(MANIFEST, KNOWN)).toEqual([])
  })

  it('is offered again until it is installed', () => {
    const seen = { version: MANIFEST.version, madeAt: MANIFEST.madeAt }
    expect(judgeManifest(MANIFEST, { ...KNOWN, seen })).toEqual([])
  })

  it.each([
    ['release_expired', MANIFEST, { now: '2027-02-18T03:00:00.000Z' }],
    ['release_from_future', MANIFEST, { now: '2026-11-19T02:59:59.999Z' }],
    ['release_not_newer', MANIFEST, { installed: '0.2.0' }],
    ['release_not_newer', MANIFEST, { installed: '0.3.0' }],
    ['release_not_newer', { ...MANIFEST, version: '0.1.0-rc.1', minimumVersion: '0.0.1' }, {}],
    ['release_replayed', MANIFEST, { seen: { version: '0.3.0', madeAt: '2026-11-19T00:00:00.000Z' } }],
    ['release_replayed', MANIFEST, { seen: { version: '0.1.5', madeAt: '2026-11-21T00:00:00.000Z' } }],
    ['release_replayed', MANIFEST, { seen: { version: '0.2.0', madeAt: '2026-11-19T00:00:00.000Z' } }],
    ['release_too_far', { ...MANIFEST, minimumVersion: '0.1.1' }, {}],
    ['release_other_platform', MANIFEST, { platform: 'linux-deb' }],
  ] as const)('is refused as %s (%#)', (code, manifest, known) => {
    expect(judgeManifest(manifest, { ...KNOWN, ...known }).map((problem) => problem.code)).toEqual([code])
  })
})

describe('a release put on a hub', () => {
  const hub = { hubVersion: '0.1.0', seen: null, now: NOW }
  it.each([
    ['is taken when it is newer', MANIFEST, {}, []],
    ['is taken at the version of the hub: its desks may be older', MANIFEST, { hubVersion: '0.2.0' }, []],
    ['is refused below the version of the hub', MANIFEST, { hubVersion: '0.2.1' }, ['release_not_newer']],
    ['is refused once expired', MANIFEST, { now: '2027-03-01T00:00:00.000Z' }, ['release_expired']],
    [
      'is refused when a newer one was taken before',
      MANIFEST,
      { seen: { version: '0.3.0', madeAt: '2026-11-19T00:00:00.000Z' } },
      ['release_replayed'],
    ],
  ] as const)('%s', (_title, manifest, known, codes) => {
    expect(judgeForHub(manifest, { ...hub, ...known }).map((problem) => problem.code)).toEqual(codes)
  })
})

describe('the shape of a manifest', () => {
  it('takes a whole one', () => {
    expect(manifestShape.parse(MANIFEST)).toEqual(MANIFEST)
  })

  it.each([
    ['an unknown key', { ...MANIFEST, url: 'https://example.org' }],
    ['another product', { ...MANIFEST, product: 'khac' }],
    ['a version that cannot be compared', { ...MANIFEST, version: '0.2' }],
    ['more than 90 days', { ...MANIFEST, expiresAt: '2027-02-18T03:00:00.001Z' }],
    ['an end before its beginning', { ...MANIFEST, expiresAt: '2026-11-20T03:00:00.000Z' }],
    ['no files', { ...MANIFEST, files: [] }],
    ['two files for one platform', { ...MANIFEST, files: [FILE, { ...FILE, name: 'b.exe' }] }],
    ['a name with a folder', { ...MANIFEST, files: [{ ...FILE, name: '../b.exe' }] }],
    ['a name with a Windows folder', { ...MANIFEST, files: [{ ...FILE, name: 'a\\b.exe' }] }],
    ['a name with a drive', { ...MANIFEST, files: [{ ...FILE, name: 'c:b.exe' }] }],
    ['a name of another kind of file', { ...MANIFEST, files: [{ ...FILE, name: 'setup.msi' }] }],
    ['a hash that is none', { ...MANIFEST, files: [{ ...FILE, sha512: 'A'.repeat(128) }] }],
    ['an empty file', { ...MANIFEST, files: [{ ...FILE, size: 0 }] }],
    ['a file over a gigabyte', { ...MANIFEST, files: [{ ...FILE, size: 1_073_741_825 }] }],
  ])('refuses %s', (_what, manifest) => {
    expect(manifestShape.safeParse(manifest).success).toBe(false)
  })
})
