import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SignInGuard } from '#hub/auth/sign-in-guard.ts'
import { startTestHub, TEST_CENTRE, TEST_PASSWORD, type TestHub } from './_test-hub.ts'

const NOW = '2026-11-22T01:00:00.000Z'
const LONG_PASSWORD = 'mot cau rat dai cua rieng toi'

function setup(over: Record<string, unknown> = {}) {
  return {
    centreName: TEST_CENTRE,
    provinceCode: '20',
    administrator: { id: randomUUID(), login: 'QuanTri', name: 'Lê Minh Tuấn', password: LONG_PASSWORD },
    head: null,
    ...over,
  }
}

describe('the first run', () => {
  it('makes one account with both roles when that is chosen openly', async () => {
    await using house = await startTestHub({ isEmpty: true })
    expect(await house.anonymous.hub.setup.status({})).toMatchObject({ state: 'empty', centreName: null })
    await house.anonymous.raw('setup/create', setup())
    const desk = await house.signInAs('quantri', { password: LONG_PASSWORD })
    expect(await desk.hub.auth.me({})).toMatchObject({
      roles: ['administrator', 'director'],
      centreName: TEST_CENTRE,
      mustChangePassword: false,
      isDemo: false,
    })
    expect(await house.anonymous.hub.setup.status({})).toMatchObject({ state: 'ready', demoLogins: [] })
  })

  it('keeps the administrator away from people when the head has an own account', async () => {
    await using house = await startTestHub({ isEmpty: true })
    const head = { id: randomUUID(), login: 'truong', name: 'Trần Quốc Bảo', password: LONG_PASSWORD }
    expect((await house.anonymous.raw('setup/create', setup({ head }))).status).toBe(200)
    const administrator = await house.signInAs('quantri', { password: LONG_PASSWORD })
    const director = await house.signInAs('truong', { password: LONG_PASSWORD })
    expect((await administrator.hub.auth.me({})).permissions).not.toContain('people.read')
    expect((await director.hub.auth.me({})).permissions).not.toContain('users.manage')
  })

  it('is done once: repeated with its key it answers the same, otherwise it is refused', async () => {
    await using house = await startTestHub({ isEmpty: true })
    const input = setup()
    const key = { 'idempotency-key': randomUUID() }
    const first = await house.anonymous.raw('setup/create', input, key)
    const again = await house.anonymous.raw('setup/create', input, key)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(first.body)
    expect((await house.anonymous.raw('setup/create', setup())).code).toBe('already_set_up')
    expect((await house.anonymous.raw('setup/demo')).code).toBe('already_set_up')
  })

  it('lets one of two desks win when both set the centre up', async () => {
    await using house = await startTestHub({ isEmpty: true })
    const answers = await Promise.all([
      house.anonymous.raw('setup/create', setup()),
      house.anonymous.raw('setup/create', setup()),
    ])
    expect(answers.map((answer) => answer.code ?? 'done').toSorted()).toEqual(['already_set_up', 'done'])
  })
})

describe('what the first run refuses', () => {
  let house: TestHub
  beforeAll(async () => {
    house = await startTestHub({ isEmpty: true })
  })
  afterAll(() => house.close())

  it.each([
    ['a short password', { password: 'ngan qua' }, 'administrator.password'],
    ['fourteen characters for an administrator', { password: 'muoi bon ky tu' }, 'administrator.password'],
    ['a common password', { password: '123456789012345' }, 'administrator.password'],
    ['an empty name', { name: '  ' }, 'administrator.name'],
    ['a name of 10,000 characters', { name: 'a'.repeat(10_000) }, 'administrator.name'],
    ['an id that is none', { id: '7' }, 'administrator.id'],
  ])('refuses %s under its field, in Vietnamese', async (_what, over, field) => {
    const input = setup()
    const answer = await house.anonymous.raw('setup/create', {
      ...input,
      administrator: { ...input.administrator, ...over },
    })
    expect(answer.code).toBe('invalid_input')
    const { problems } = (
      answer.body as { json: { data: { problems: { field: string; message: string }[] } } }
    ).json.data
    expect(problems.map((problem) => problem.field)).toEqual([field])
    expect(problems[0]?.message).toMatch(/[à-ỹ]/iu)
    expect((await house.anonymous.hub.setup.status({})).state).toBe('empty')
  })
})

describe('signing in', () => {
  it('takes the login in any case and the password in either Unicode form', async () => {
    await using house = await startTestHub({ isEmpty: true })
    const password = 'mật khẩu dài của riêng tôi'
    const input = setup()
    await house.anonymous.raw('setup/create', {
      ...input,
      administrator: { ...input.administrator, password: password.normalize('NFD') },
    })
    await expect(house.signInAs(' QUANTRI ', { password: password.normalize('NFC') })).resolves.toBeDefined()
  })

  it('answers an unknown login exactly as a wrong password', async () => {
    await using house = await startTestHub()
    const user = await house.addUser('zone')
    const wrong = await house.anonymous.raw('auth/signIn', { login: user.login, password: 'sai' })
    const unknown = await house.anonymous.raw('auth/signIn', { login: 'khong co ai', password: 'sai' })
    const shape = (answer: typeof wrong) => {
      const { requestId: _id, ...data } = (answer.body as { json: { data: Record<string, unknown> } }).json
        .data
      return { status: answer.status, code: answer.code, message: messageOf(answer.body), data }
    }
    expect(shape(unknown)).toEqual(shape(wrong))
    expect(wrong.status).toBe(401)
  })

  it('slows wrong tries down per login, and lets another login in meanwhile', async () => {
    await using house = await startTestHub()
    const user = await house.addUser('zone')
    const other = await house.addUser('zone')
    const codes: (string | undefined)[] = []
    for (let times = 0; times < 5; times += 1) {
      codes.push((await house.anonymous.raw('auth/signIn', { login: user.login, password: 'sai' })).code)
    }
    expect(codes).toEqual([
      'not_signed_in',
      'not_signed_in',
      'not_signed_in',
      'not_signed_in',
      'too_many_attempts',
    ])
    const right = await house.anonymous.raw('auth/signIn', { login: user.login, password: TEST_PASSWORD })
    expect(right.status).toBe(429)
    expect(right.body).toMatchObject({ json: { data: { retryAfterSeconds: 1 } } })
    await expect(house.signInAs(other.login)).resolves.toBeDefined()
  })

  it('does not let many tries sent at once slip in together', async () => {
    await using house = await startTestHub()
    const user = await house.addUser('zone')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        house.anonymous.raw('auth/signIn', { login: user.login, password: 'sai' }),
      ),
    )
    const looked = answers.filter((answer) => answer.code === 'not_signed_in')
    expect(looked).toHaveLength(4)
  })

  it('tells a disabled account only to who knows its password', async () => {
    await using house = await startTestHub()
    const administrator = await house.signIn('administrator')
    await administrator.hub.auth.stepUp({ password: TEST_PASSWORD })
    const user = await house.addUser('zone')
    await administrator.hub.users.setState({ id: user.id, version: 1, state: 'disabled' })
    const right = await house.anonymous.raw('auth/signIn', { login: user.login, password: TEST_PASSWORD })
    const wrong = await house.anonymous.raw('auth/signIn', { login: user.login, password: 'sai' })
    expect(messageOf(right.body)).toContain('đã bị khóa')
    expect(messageOf(wrong.body)).toContain('không đúng')
    expect([right.status, wrong.status]).toEqual([401, 401])
  })

  it('records refused tries without what was typed', async () => {
    await using house = await startTestHub()
    await house.anonymous.raw('auth/signIn', { login: 'day la mat khau', password: 'bi mat cua toi' })
    const rows = house.hub.read.rows<{ action: string; body: string }>('select * from audit_entry')
    expect(rows.at(-1)?.action).toBe('session.refused')
    expect(JSON.stringify(rows)).not.toMatch(/day la mat khau|bi mat cua toi/)
  })
})

describe('the waiting times of the guard', () => {
  it('are 0, 0, 0, then 1, 2, 4 … up to 60 seconds, per place, and end with a right password', () => {
    let ms = 0
    const guard = new SignInGuard(() => ms)
    const waits: number[] = []
    for (let failures = 0; failures < 12; failures += 1) {
      const before = ms
      while (guard.takeTry('an', 'here') > 0) ms += 1000
      waits.push((ms - before) / 1000)
    }
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60])
    expect(guard.takeTry('an', 'here')).toBe(60)
    expect(guard.takeTry('an', 'elsewhere')).toBe(0)
    guard.succeeded('an', 'here')
    expect(guard.takeTry('an', 'here')).toBe(0)
  })

  it('are not forgotten because many other logins are tried', () => {
    const guard = new SignInGuard(() => 0)
    for (let times = 0; times < 4; times += 1) guard.takeTry('an', 'here')
    for (let n = 0; n < 9_000; n += 1) guard.takeTry(`other-${n}`, 'here')
    expect(guard.takeTry('an', 'here')).toBeGreaterThan(0)
  })
})

describe('a first password given by the administrator', () => {
  it('must be changed before anything else is done', async () => {
    await using house = await startTestHub()
    const administrator = await house.signIn('administrator')
    await administrator.hub.users.add({
      id: randomUUID(),
      login: 'yte',
      name: 'Phạm Thu Trang',
      roles: ['medical'],
      password: 'mat khau lan dau',
    })
    const desk = await house.signInAs('yte', { password: 'mat khau lan dau' })
    expect((await desk.hub.auth.me({})).mustChangePassword).toBe(true)
    expect((await desk.raw('centre/profiles')).code).toBe('forbidden')
    expect((await desk.raw('auth/changePassword', { current: 'sai', next: LONG_PASSWORD })).code).toBe(
      'invalid_input',
    )
    await desk.hub.auth.changePassword({ current: 'mat khau lan dau', next: LONG_PASSWORD })
    expect((await desk.raw('centre/profiles')).status).toBe(200)
    await expect(house.signInAs('yte', { password: 'mat khau lan dau' })).rejects.toThrow('refused')
  })

  it('is set again by a reset, which ends what was open', async () => {
    await using house = await startTestHub()
    const administrator = await house.signIn('administrator')
    await administrator.hub.auth.stepUp({ password: TEST_PASSWORD })
    const desk = await house.signIn('zone')
    await administrator.hub.users.resetPassword({ id: desk.userId ?? '', password: 'mat khau dat lai' })
    expect((await desk.raw('auth/me')).code).toBe('not_signed_in')
    const again = await house.signInAs(desk.login, { password: 'mat khau dat lai' })
    expect((await again.hub.auth.me({})).mustChangePassword).toBe(true)
  })
})

describe('changing accounts', () => {
  let house: TestHub
  beforeAll(async () => {
    house = await startTestHub({ now: NOW })
  })
  afterAll(() => house.close())

  it('shows a stale editor what somebody else saved, who and when, and overwrites nothing', async () => {
    const first = await house.signIn('administrator', { name: 'Lê Văn Bình' })
    const second = await house.signIn('administrator')
    for (const desk of [first, second]) await desk.hub.auth.stepUp({ password: TEST_PASSWORD })
    const user = await house.addUser('zone', { name: 'Hoàng Văn Sơn' })
    await first.hub.users.change({
      id: user.id,
      version: 1,
      name: 'Hoàng Văn Sơn',
      roles: ['zone', 'intake'],
    })
    const stale = await second.raw('users/change', {
      id: user.id,
      version: 1,
      name: 'Hoàng Sơn',
      roles: ['zone'],
    })
    expect(stale.status).toBe(409)
    expect(stale.body).toMatchObject({
      json: {
        code: 'conflict',
        data: {
          current: { name: 'Hoàng Văn Sơn', roles: ['intake', 'zone'], version: 2 },
          changedBy: 'Lê Văn Bình',
          changedAt: NOW,
        },
      },
    })
    const { users } = await first.hub.users.list({})
    expect(users.find((one) => one.id === user.id)).toMatchObject({ name: 'Hoàng Văn Sơn', version: 2 })
  })

  it('never leaves the centre without an administrator who can sign in', async () => {
    await using alone = await startTestHub()
    const administrator = await alone.signInAs('quantri')
    await administrator.hub.auth.stepUp({ password: TEST_PASSWORD })
    const id = administrator.userId ?? ''
    const roles = await administrator.raw('users/change', { id, version: 1, name: 'Tuấn', roles: ['zone'] })
    const disabled = await administrator.raw('users/setState', { id, version: 1, state: 'disabled' })
    expect([roles.code, disabled.code]).toEqual(['rule_violated', 'rule_violated'])
    expect((await administrator.hub.auth.me({})).roles).toEqual(['administrator'])
  })

  it('takes effect on a session that is open', async () => {
    const administrator = await house.signIn('administrator')
    await administrator.hub.auth.stepUp({ password: TEST_PASSWORD })
    const desk = await house.signIn('zone')
    expect((await desk.raw('users/list')).code).toBe('forbidden')
    const change = { id: desk.userId ?? '', version: 1, name: 'Sơn', roles: ['inspector' as const] }
    await administrator.hub.users.change(change)
    expect((await desk.raw('users/list')).status).toBe(200)
  })

  it('refuses a login that somebody has, whatever its case', async () => {
    const administrator = await house.signIn('administrator')
    const answer = await administrator.raw('users/add', {
      id: randomUUID(),
      login: 'QUANTRI',
      name: 'Người khác',
      roles: ['zone'],
      password: LONG_PASSWORD,
    })
    expect(answer.body).toMatchObject({
      json: { data: { problems: [{ code: 'login-taken', field: 'login' }] } },
    })
  })

  it('never gives out a password hash', async () => {
    const administrator = await house.signIn('administrator')
    expect((await administrator.raw('users/list')).text).not.toContain('argon2')
  })
})

describe('repeating a write', () => {
  let house: TestHub
  beforeAll(async () => {
    house = await startTestHub()
  })
  afterAll(() => house.close())

  /** A day nobody has set yet. */
  let last = 0
  const newDay = () => ({
    day: `2031-01-${String((last += 1)).padStart(2, '0')}`,
    kind: 'day-off',
    name: 'Nghỉ bù',
    source: 'Thông báo',
    version: null,
  })

  it('with the same key and request answers the same and does it once', async () => {
    const desk = await house.signIn('director')
    const day = newDay()
    const key = { 'idempotency-key': randomUUID() }
    const first = await desk.raw('centre/setHoliday', day, key)
    const again = await desk.raw('centre/setHoliday', day, key)
    expect(first.status).toBe(200)
    expect(again.text).toBe(first.text)
    const entries = house.hub.read.rows(
      `select seq from audit_entry where action = 'calendar.day-set' and subject_id = '${day.day}'`,
    )
    expect(entries).toHaveLength(1)
  })

  it('is refused when the key was used for another request, route or person', async () => {
    const desk = await house.signIn('director')
    const other = await house.signIn('director')
    const day = newDay()
    const key = { 'idempotency-key': randomUUID() }
    await desk.raw('centre/setHoliday', day, key)
    const otherRequest = await desk.raw('centre/setHoliday', { ...day, name: 'Khác' }, key)
    const otherRoute = await desk.raw('centre/removeHoliday', { day: day.day, version: 1 }, key)
    const otherPerson = await other.raw('centre/setHoliday', day, key)
    expect([otherRequest, otherRoute, otherPerson].map((answer) => answer.code)).toEqual([
      'key_reused',
      'key_reused',
      'key_reused',
    ])
  })

  it('after a refusal may carry a corrected request under the same key', async () => {
    const desk = await house.signIn('director')
    const day = newDay()
    const key = { 'idempotency-key': randomUUID() }
    expect((await desk.raw('centre/setHoliday', { ...day, version: 9 }, key)).code).toBe('conflict')
    expect((await desk.raw('centre/setHoliday', day, key)).status).toBe(200)
  })

  it('does twenty at once under one key a single time', async () => {
    const administrator = await house.signIn('administrator')
    const day = newDay()
    const key = { 'idempotency-key': randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => administrator.raw('centre/setHoliday', day, key)),
    )
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
  })

  it.each(['centre/setHoliday', 'users/add', 'drafts/save'])('%s is refused without a key', async (path) => {
    const desk = await house.signIn('administrator')
    const inputs: Record<string, unknown> = {
      'centre/setHoliday': newDay(),
      'users/add': { id: randomUUID(), login: 'a', name: 'A', roles: ['zone'], password: LONG_PASSWORD },
      'drafts/save': { form: 'a', value: {} },
    }
    expect((await desk.raw(path, inputs[path], { 'idempotency-key': '' })).code).toBe('invalid_input')
  })
})

function messageOf(body: unknown): string {
  return (body as { json: { message: string } }).json.message
}
