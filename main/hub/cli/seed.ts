import { qb } from '#db/connection/query-builder.ts'
import { countUsers } from '#db/queries/accounts/reader.ts'
import { parseInstant } from '#domain/time/instant.ts'
import { hashPassword } from '../auth/passwords.ts'
import { fillBlock, fillZones, finishSample } from '../seed/fill-sample.ts'
import { drawPapers, storePapers } from '../seed/seed-papers.ts'
import { MOST_PEOPLE, planSeed, seedMoment } from '../seed/seed-plan.ts'
import { DEMO_LOGINS, DEMO_PASSWORD } from '../setup/demo-logins.ts'
import { callerPath } from './caller-files.ts'
import { readArguments, refusal, WrongUseError, type Command } from './command.ts'
import { folderToFill } from './init.ts'
import { currentInstant, writeAsCommand, writeData, type OpenData } from './open-data.ts'
import { tellProgress } from './progress.ts'

/** Pages kept in memory: keys are random, and with few of them at hand a large centre is written many times over. */
const CACHE_KB = 1_048_576

/** Blocks committed together: enough to be quick, few enough to keep the log of last writes small. */
const BLOCKS_PER_COMMIT = 10

function peopleOf(text: string): number {
  const people = Number(text)
  if (!/^\d{1,6}$/.test(text) || people < 1 || people > MOST_PEOPLE) {
    throw new WrongUseError(`--people là một số từ 1 đến ${MOST_PEOPLE.toLocaleString('vi-VN')}.`)
  }
  return people
}

function isUsed({ connection }: OpenData): boolean {
  const person = connection.get(qb.selectFrom('person').select('id').limit(1))
  const place = connection.get(qb.selectFrom('place').select('id').limit(1))
  return countUsers(connection) > 0 || person !== undefined || place !== undefined
}

export const seed: Command = {
  summary: 'Tạo một cơ sở hư cấu với mười năm lịch sử',
  usage: [
    'seed --data DIR --people N --seed S [--as-of INSTANT] [--key-file K] [--json]',
    `  --people N        số người có mặt, 1 đến ${MOST_PEOPLE.toLocaleString('vi-VN')}`,
    '  --seed S          chữ hoặc số bất kỳ; cùng S thì cùng dữ liệu',
    '  --as-of INSTANT   thời điểm lịch sử dừng lại; mặc định 08:00 hôm nay',
  ].join('\n'),
  run: async (args) => {
    const { options } = readArguments(args, {
      options: ['data', 'people', 'seed', 'as-of', 'key-file'],
      required: ['data', 'people', 'seed'],
    })
    const people = peopleOf(options.people ?? '')
    const now = currentInstant()
    const asOf = options['as-of'] === undefined ? seedMoment(now) : parseInstant(options['as-of'])
    if (asOf === undefined || asOf > now) {
      throw new WrongUseError('--as-of là thời điểm đã qua kèm múi giờ, ví dụ 2026-08-01T08:00+07:00.')
    }
    const dir = callerPath(options.data ?? '')
    const plan = planSeed(people, options.seed ?? '', asOf)
    const folder = folderToFill(options.data ?? '', options['key-file'])
    const passwordHash = await hashPassword(DEMO_PASSWORD)
    const counts = await writeData(folder, async (open) => {
      if (isUsed(open)) {
        throw refusal('already-initialised', 'Thư mục dữ liệu này đã được dùng. Chọn thư mục trống.')
      }
      const { connection } = open
      connection.exec(`PRAGMA cache_size = -${CACHE_KB}`)
      for (let i = 0; i < plan.blocks.length; i += BLOCKS_PER_COMMIT) {
        connection.exec('BEGIN IMMEDIATE')
        if (i === 0) fillZones(connection, plan)
        for (const block of plan.blocks.slice(i, i + BLOCKS_PER_COMMIT)) fillBlock(connection, plan, block)
        connection.exec('COMMIT')
        tellProgress(
          Math.min(i + BLOCKS_PER_COMMIT, plan.blocks.length),
          plan.blocks.length,
          'Tạo người và lịch sử',
        )
      }
      writeAsCommand(open, finishSample, { plan, passwordHash, progress: tellProgress })
      writeAsCommand(open, storePapers, { papers: await drawPapers(connection, plan) })
      connection.exec('PRAGMA optimize')
      return {
        people: Number(connection.pluck('select count(*) from person')),
        stays: Number(connection.pluck('select count(*) from stay')),
        events: Number(connection.pluck('select count(*) from custody_event')),
        beds: Number(connection.pluck(`select count(*) from place where kind = 'bed'`)),
      }
    })
    const logins = DEMO_LOGINS.map(({ login, name, roles }) => ({
      login,
      name,
      roles,
      password: DEMO_PASSWORD,
    }))
    return {
      document: {
        data: folder.dir,
        keyFile: folder.keyFile,
        seed: options.seed,
        asOf,
        present: people,
        ...counts,
        logins,
      },
      text: [
        `Đã tạo cơ sở hư cấu trong ${dir}: ${people} người có mặt, ${counts.stays} đợt, ${counts.events} sự kiện.`,
        `Khóa dữ liệu: ${folder.keyFile}`,
        `Đăng nhập (mật khẩu "${DEMO_PASSWORD}"): ${logins.map(({ login }) => login).join(', ')}`,
      ].join('\n'),
    }
  },
}
