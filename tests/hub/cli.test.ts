import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { callCommand, runProcess, startCommand } from './_command.ts'

const LIST = fileURLToPath(new URL('../samples/danh-sach-cu-400.xlsx', import.meta.url))
const TRUTH = fileURLToPath(new URL('../samples/danh-sach-cu-400.truth.json', import.meta.url))

let dir: string
const run = (...args: string[]) => callCommand([...args, '--json'])
const runAlone = (...args: string[]) => runProcess(dir, [...args, '--json'])

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-cli-'))
  // Paths of commands called in this process count from there, as under npm.
  vi.stubEnv('INIT_CWD', dir)
  writeFileSync(join(dir, 'co-so.json'), '\uFEFF{"name": "Cơ sở cai nghiện số 1", "maQuocGia": 1}')
  writeFileSync(join(dir, 'mat-khau'), 'một câu thật dài để nhớ\n')
  writeFileSync(join(dir, 'ngan'), 'ngắn quá')
  mkdirSync(join(dir, 'co-tep'))
  writeFileSync(join(dir, 'co-tep', 'ghi-chu.txt'), 'x')
  const made = await runAlone(
    'init',
    '--data',
    'data',
    '--centre',
    'co-so.json',
    '--admin',
    'Quantri',
    '--password-file',
    'mat-khau',
  )
  if (made.code !== 0) throw new Error(made.stdout + made.stderr)
})

beforeAll(() => {
  // Commands called in this process tell their progress there.
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})

afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true, force: true })
})

describe('init', () => {
  it('keeps the key in a 0600 file beside the folder and says where', async () => {
    const key = join(dir, 'data.neo-ve-key')
    expect(statSync(key).mode & 0o777).toBe(0o600)
    expect(readFileSync(key, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
    expect(existsSync(join(dir, 'data', 'neo-ve.db'))).toBe(true)
  })

  it.each([
    { title: 'a folder already set up', args: ['--data', 'data'], code: 'already-initialised' },
    { title: 'a folder with other things in it', args: ['--data', 'co-tep'], code: 'not-empty' },
    {
      title: 'a key inside the data',
      args: ['--data', 'x1', '--key-file', 'x1/khoa'],
      code: 'key-inside-data',
    },
    { title: 'a missing file', args: ['--data', 'x2', '--centre', 'khong-co.json'], code: 'file-missing' },
    { title: 'a file that is no JSON', args: ['--data', 'x3', '--centre', 'mat-khau'], code: 'not-json' },
    { title: 'a short password', args: ['--data', 'x4', '--password-file', 'ngan'], code: 'password-short' },
  ])('refuses $title with a sentence and makes nothing', async ({ args, code }) => {
    const defaults = ['--centre', 'co-so.json', '--admin', 'an', '--password-file', 'mat-khau']
    const given = defaults.flatMap((word, i) =>
      i % 2 === 0 && !args.includes(word) ? [word, defaults[i + 1] ?? ''] : [],
    )
    const refused = await run('init', ...args, ...given)
    expect({ code: refused.code, refused: refused.refused }).toEqual({ code: 1, refused: [code] })
    expect(existsSync(join(dir, 'x4'))).toBe(false)
  })
})

describe('init without what it needs', () => {
  it('makes nothing when the key file is none, so the same folder can be tried again', async () => {
    const rest = ['--centre', 'co-so.json', '--admin', 'an', '--password-file', 'mat-khau']
    for (const notAKey of ['mat-khau', 'co-tep']) {
      expect((await run('init', '--data', 'x6', '--key-file', notAKey, ...rest)).refused).toEqual([
        'key-unusable',
      ])
    }
    expect(existsSync(join(dir, 'x6'))).toBe(false)
  })

  it('finds a key inside the data through a link', async () => {
    mkdirSync(join(dir, 'x7'))
    symlinkSync(join(dir, 'x7'), join(dir, 'loi-khac'))
    const rest = ['--centre', 'co-so.json', '--admin', 'an', '--password-file', 'mat-khau']
    const { refused } = await run('init', '--data', 'x7', '--key-file', 'loi-khac/khoa', ...rest)
    expect(refused).toEqual(['key-inside-data'])
  })

  it.each(['Cơ sở\u0000 1', '\ud800', 'Cơ sở\n1'])('refuses the name %j', async (name) => {
    writeFileSync(join(dir, 'ten-la.json'), JSON.stringify({ name }))
    const rest = ['--admin', 'an', '--password-file', 'mat-khau']
    const { refused } = await run('init', '--data', 'x8', '--centre', 'ten-la.json', ...rest)
    expect(refused).toEqual(['invalid-centre'])
  })

  it('refuses a login with a tab in it', async () => {
    const rest = ['--centre', 'co-so.json', '--password-file', 'mat-khau']
    expect((await run('init', '--data', 'x9', '--admin', 'a\tb', ...rest)).refused).toEqual(['invalid-login'])
  })
})

describe('a folder whose marker is broken', () => {
  it('is refused with a sentence', async () => {
    mkdirSync(join(dir, 'x10'))
    writeFileSync(join(dir, 'x10', 'hub.json'), '{"installationId":')
    const { refused, stderr } = await run('roll', '--data', 'x10')
    expect({ refused, stderr }).toEqual({ refused: ['marker-unusable'], stderr: '' })
  })
})

describe('wrong use', () => {
  it.each([
    [['khong-co-lenh']],
    [['roll', '--data', 'data', '--khac']],
    [['roll', '--data', 'data', '--at', '2026-01-01']],
    [['user', 'xoa', 'an', '--data', 'data']],
    [['seed', '--data', 'moi', '--people', '50001', '--seed', 'a']],
  ])('exits 2 with the usage on stderr: %j', async (args) => {
    const { code, refused, stderr } = await run(...args)
    expect({ code, refused }).toEqual({ code: 2, refused: ['wrong-use'] })
    expect(stderr).toContain('Cách dùng')
  })

  it('ends a process the same way', async () => {
    const { code, refused, stderr } = await runAlone()
    expect({ code, refused }).toEqual({ code: 2, refused: ['wrong-use'] })
    expect(stderr).toContain('Cách dùng')
    expect((await runAlone('roll', '--data', 'khong-co')).code).toBe(1)
  })
})

describe('reading commands', () => {
  it('counts the roll by the words of the glossary, in total and by zone, track and sex', async () => {
    const { code, document } = await run('roll', '--data', 'data')
    expect(code).toBe(0)
    expect(document['total']).toMatchObject({
      onRoll: 0,
      present: 0,
      inZone: 0,
      out: { hospital: 0, funeral: 0 },
    })
    expect(Object.keys(document)).toEqual(['at', 'total', 'byZone', 'byTrack', 'bySex'])
  })

  it('refuses the roll of tomorrow', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    expect((await run('roll', '--data', 'data', '--at', tomorrow)).refused).toEqual(['in-the-future'])
  })

  it('tries a case against the law without data (Luật 120/2025 Điều 29.1, 37.2)', async () => {
    const lawCase = {
      track: 'compulsory',
      decidedOn: '2026-08-01',
      startOn: '2026-08-05',
      ordinal: 1,
      birthOn: '1990-05-05',
      heldFrom: '2026-07-25',
      events: [],
    }
    writeFileSync(join(dir, 'vu-viec.json'), JSON.stringify(lawCase))
    const { code, document } = await run('law', 'vu-viec.json')
    expect(code).toBe(0)
    expect(document).toMatchObject({ regime: 'R120', termMonths: 24, endOn: '2028-07-25' })
  })

  it('tries a case with the rules of the centre, where its folder is given', async () => {
    const { code, document } = await run('law', 'vu-viec.json', '--data', 'data')
    expect(code).toBe(0)
    expect(document).toMatchObject({ regime: 'R120', endOn: '2028-07-25' })
  })

  it('refuses an impossible case with the reason', async () => {
    writeFileSync(
      join(dir, 'vu-viec-sai.json'),
      JSON.stringify({ track: 'compulsory', decidedOn: '2026-13-01' }),
    )
    const { code, refused } = await run('law', 'vu-viec-sai.json')
    expect(code).toBe(1)
    expect(refused).toContain('invalid-field')
  })

  it('finds a changed page of the file', async () => {
    cpSync(join(dir, 'data'), join(dir, 'hong'), { recursive: true })
    cpSync(join(dir, 'data.neo-ve-key'), join(dir, 'hong.neo-ve-key'))
    const file = join(dir, 'hong', 'neo-ve.db')
    const bytes = readFileSync(file)
    bytes[4096 * 20 + 100] = (bytes[4096 * 20 + 100] ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect((await run('verify', '--data', 'data')).document).toMatchObject({ ok: true })
    const { code, refused } = await run('verify', '--data', 'hong')
    expect({ code, refused }).toEqual({ code: 1, refused: ['integrity'] })
  })

  it('says no to a folder without data and to a missing key', async () => {
    expect((await run('roll', '--data', 'khong-co')).refused).toEqual(['no-data'])
    expect((await run('roll', '--data', 'data', '--key-file', 'khong-co')).refused).toEqual(['key-missing'])
    expect((await run('roll', '--data', 'data', '--key-file', 'mat-khau')).refused).toEqual(['key-unusable'])
  })
})

describe('user', () => {
  it('adds, resets and disables an account, and never the last administrator', async () => {
    const common = ['--data', 'data', '--password-file', 'mat-khau']
    const added = await run(
      'user',
      'add',
      'An',
      '--name',
      'Nguyễn Văn An',
      '--role',
      'intake,zone',
      ...common,
    )
    expect(added.document['user']).toMatchObject({
      login: 'an',
      roles: ['intake', 'zone'],
      mustChangePassword: true,
    })
    expect((await run('user', 'add', 'an', '--name', 'Khác', '--role', 'zone', ...common)).refused).toEqual([
      'login-taken',
    ])
    expect((await run('user', 'reset', 'AN', ...common)).code).toBe(0)
    expect((await run('user', 'disable', 'an', '--data', 'data')).document['user']).toMatchObject({
      state: 'disabled',
    })
    expect((await run('user', 'disable', 'quantri', '--data', 'data')).refused).toEqual(['rule-violated'])
    expect((await run('user', 'reset', 'khong-co', ...common)).refused).toEqual(['user-unknown'])
  })
})

describe('import', () => {
  it('counts a dry run of the old list as the truth beside it does, and writes nothing', async () => {
    const truth = JSON.parse(readFileSync(TRUTH, 'utf8')) as Record<string, unknown>
    const { code, document } = await run('import', LIST, '--data', 'data', '--dry-run')
    expect(code).toBe(0)
    const [rejected, duplicates] = [document['rejected'], document['duplicates']] as unknown[][]
    expect(Number(document['rows'])).toBe(
      Number(document['importable']) + (rejected?.length ?? 0) + (duplicates?.length ?? 0),
    )
    expect(document['imported']).toBe(0)
    expect(document['rows']).toBe(truth['rows'])
    expect((await run('roll', '--data', 'data')).document['total']).toMatchObject({ onRoll: 0 })
  })

  it('refuses a text file named .xlsx and a file that is not there', async () => {
    writeFileSync(join(dir, 'gia.xlsx'), 'Họ tên;Ngày sinh')
    expect((await run('import', 'gia.xlsx', '--data', 'data')).refused).toEqual(['invalid-input'])
    expect((await run('import', 'khong-co.xlsx', '--data', 'data')).refused).toEqual(['file-missing'])
  })
})

describe('beside a running hub', { timeout: 120_000 }, () => {
  it('reads on and refuses to write; SIGTERM ends the hub cleanly', async () => {
    const hub = await startCommand(dir, ['--data', 'data', '--port', '0'])
    try {
      expect(hub.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      const answer = await fetch(`${hub.url}/rpc/setup/status`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"json":{}}',
      })
      expect(answer.status).toBe(200)
      const reading = await Promise.all([run('roll', '--data', 'data'), run('verify', '--data', 'data')])
      expect(reading.map(({ code }) => code)).toEqual([0, 0])
      const copied = await run('backup', '--data', 'data', '--to', 'ban-sao-song.db')
      expect(copied.document).toMatchObject({ ok: true, recorded: false })
      const writing = await Promise.all([
        run('user', 'disable', 'an', '--data', 'data'),
        run('import', LIST, '--data', 'data'),
        run('restore', 'ban-sao-song.db', '--data', 'data'),
        runAlone('start', '--data', 'data', '--port', '0'),
      ])
      expect(writing.map(({ code, refused }) => ({ code, refused }))).toEqual(
        writing.map(() => ({ code: 1, refused: ['hub-running'] })),
      )
    } finally {
      hub.child.kill('SIGTERM')
    }
    expect(await hub.ended).toBe(0)
    expect(existsSync(join(dir, 'data', 'neo-ve.db-wal'))).toBe(false)
  })
})

describe('a hub that cannot start', () => {
  it('says that another program uses the port and ends', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    try {
      await once(other, 'listening')
      const { port } = other.address() as AddressInfo
      const refused = await runAlone('start', '--data', 'data', '--port', String(port))
      expect({ code: refused.code, refused: refused.refused }).toEqual({ code: 1, refused: ['port-busy'] })
    } finally {
      other.close()
    }
  })
})

describe('restore on another machine', { timeout: 120_000 }, () => {
  it('remembers the old key where a new one was made, and leaves a folder usable when refused', async () => {
    const init = ['--centre', 'co-so.json', '--admin', 'an', '--password-file', 'mat-khau']
    await run('backup', '--data', 'data', '--to', 'mang-di.db')
    expect(
      (await run('restore', 'mang-di.db', '--data', 'may-moi', '--key-file', 'data.neo-ve-key')).code,
    ).toBe(0)
    expect((await run('init', '--data', 'may-khac', ...init)).code).toBe(0)
    expect((await run('restore', 'mang-di.db', '--data', 'may-khac')).refused).toEqual(['backup-unreadable'])
    const restored = await run('restore', 'mang-di.db', '--data', 'may-khac', '--key-file', 'data.neo-ve-key')
    expect(restored.code).toBe(0)
    expect((await run('verify', '--data', 'may-khac')).document).toMatchObject({ ok: true })
    const wrongKey = ['--key-file', 'khoa-la']
    writeFileSync(join(dir, 'khoa-la'), `${'0'.repeat(64)}\n`)
    const noKey = await run('restore', 'mang-di.db', '--data', 'may-ba', '--key-file', 'khong-co')
    expect(noKey.refused).toEqual(['key-missing'])
    // The same words may be read on a screen by people who have not signed in.
    expect(noKey.stdout).not.toContain(dir)
    expect((await run('restore', 'mang-di.db', '--data', 'may-ba', ...wrongKey)).refused).toEqual([
      'backup-unreadable',
    ])
    expect((await run('init', '--data', 'may-ba', ...init)).code).toBe(0)
  })

  it('says that a backup cannot be written where nobody may write', async () => {
    const { refused, stderr } = await run('backup', '--data', 'data', '--to', '/proc/neo-ve.db')
    expect(refused).toEqual(['no-access'])
    expect(stderr).not.toContain('Error')
  })
})

describe('seed', { timeout: 120_000 }, () => {
  it('fills an empty folder once, with demo logins, and refuses a used one', async () => {
    const seeded = await run('seed', '--data', 'mau', '--people', '20', '--seed', 'a')
    expect(seeded.code).toBe(0)
    expect(seeded.document['logins']).toContainEqual(expect.objectContaining({ login: 'tiepnhan' }))
    expect((await run('roll', '--data', 'mau')).document['total']).toMatchObject({ present: 20 })
    expect((await run('verify', '--data', 'mau')).document).toMatchObject({ ok: true })
    expect((await run('seed', '--data', 'mau', '--people', '20', '--seed', 'a')).refused).toEqual([
      'already-initialised',
    ])
    expect((await run('seed', '--data', 'data', '--people', '20', '--seed', 'a')).refused).toEqual([
      'already-initialised',
    ])
  })
})
