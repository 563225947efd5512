import { existsSync } from 'node:fs'
import { isIPv4 } from 'node:net'
import { fileURLToPath } from 'node:url'
import { runHub } from '../run-hub.ts'
import { fileKeeper, parentKeeper } from '../keys/key-keeper.ts'
import { NoParentError, ParentLink } from '../keys/parent-link.ts'
import { EVERY_ADDRESS } from '../lan/lan-addresses.ts'
import { createDataFolder, createFolderOfParent, isInitialised } from '../storage/data-folder.ts'
import { callerPath } from './caller-files.ts'
import { readArguments, refusal, WrongUseError, type Command } from './command.ts'
import { folderOf } from './open-data.ts'

/** The port of a hub unless another is asked for. */
const DEFAULT_PORT = 7420
/** Room kept on the disk for the last writes. */
const RESERVE_BYTES = 256 * 1024 * 1024

/** The built screens: beside the sources, or beside the bundle. */
function builtRenderer(): string | null {
  const places = ['../../../out/renderer', '../renderer'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  )
  return places.find((path) => existsSync(path)) ?? null
}

function portOf(name: string, text: string | undefined): number | null {
  if (text === undefined) return null
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new WrongUseError(`--${name} là một số từ 0 đến 65535.`)
  return port
}

function lanHostOf(text: string | undefined): string {
  if (text === undefined) return EVERY_ADDRESS
  if (isIPv4(text)) return text
  throw new WrongUseError('--lan-host là một địa chỉ IPv4 của máy này, ví dụ 192.168.1.10.')
}

export const start: Command = {
  summary: 'Chạy máy chủ cho đến khi được tắt',
  usage: [
    `start --data DIR [--port N] [--key-file K] [--create] [--key-from-parent]`,
    '      [--lan-host A] [--lan-port N] [--pairing-port N]',
    `  --port N   cổng trên máy này, mặc định ${DEFAULT_PORT}; 0 là cổng trống bất kỳ`,
    '  --lan-host A   địa chỉ nghe mạng nội bộ khi quản trị viên đã mở; mặc định mọi địa chỉ của máy',
    '  --lan-port N, --pairing-port N   cổng thay cho cổng đã chọn trên màn hình Thiết bị',
    '  --create   tạo thư mục dữ liệu nếu chưa có, để thiết lập trên màn hình',
    '  --key-from-parent   nhận khóa qua một tin nhắn của chương trình đã chạy lệnh này; không có tệp khóa',
    'Khi không có khóa mở được dữ liệu: in "recovery http://127.0.0.1:CỔNG", trang ở đó nhận phiếu phục hồi.',
    'In một dòng "ready http://127.0.0.1:CỔNG" khi đã trả lời được. Ctrl+C hoặc SIGTERM để tắt.',
  ].join('\n'),
  run: async (args) => {
    const { options, flags } = readArguments(args, {
      options: ['data', 'port', 'key-file', 'lan-host', 'lan-port', 'pairing-port'],
      required: ['data'],
      flags: ['create', 'key-from-parent'],
    })
    const { data = '' } = options
    const port = portOf('port', options.port) ?? DEFAULT_PORT
    const lan = {
      host: lanHostOf(options['lan-host']),
      port: portOf('lan-port', options['lan-port']),
      pairingPort: portOf('pairing-port', options['pairing-port']),
    }
    const dir = callerPath(data)
    const parent = flags.has('key-from-parent') ? parentLink() : null
    if (flags.has('create') && !isInitialised(dir)) {
      const keyFile = options['key-file']
      if (parent) createFolderOfParent(dir)
      else createDataFolder(dir, keyFile === undefined ? undefined : callerPath(keyFile))
    }
    const stop = parent ? Promise.race([stopSignal(), parent.receive('stop')]) : stopSignal()
    const folder = folderOf(data, options['key-file'])
    const keeper = parent ? parentKeeper(parent) : fileKeeper(folder.keyFile)
    const config = {
      folder,
      port,
      lan,
      rendererDir: builtRenderer(),
      keepsBackups: true,
      reserveBytes: RESERVE_BYTES,
    }
    const tell = (type: 'ready' | 'recovery', url: string) => {
      process.stdout.write(`${type} ${url}\n`)
      parent?.send({ type, url })
    }
    await runHub({ config, keeper, tell, stop })
    parent?.end()
    return undefined
  },
}

function parentLink(): ParentLink {
  try {
    return new ParentLink()
  } catch (error) {
    if (!(error instanceof NoParentError)) throw error
    throw refusal(
      'no-parent',
      'Không có chương trình nào gửi khóa. Bỏ --key-from-parent hoặc chạy từ Nẻo Về.',
    )
  }
}

const PARENT_CHECK_MS = 300

/**
 * Resolves with the first request to stop; a second one ends the process at once. Under npm the shell between npm and
 * this process does not pass signals on: there the shell's end is the request.
 */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    if (process.env['npm_lifecycle_event'] !== undefined) {
      const parent = process.ppid
      setInterval(() => process.ppid !== parent && resolve(), PARENT_CHECK_MS).unref()
    }
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1))
        resolve()
      })
    }
  })
}
