// npm run package: the installers of this system into release/, with a list of what is in them (CycloneDX).
// `-- --windows`, `-- --linux` name the system; `-- --check` packs into a folder around a stub of Electron, to look at
// where no Electron can be had; `-- --development` packs a program that trusts development keys. See docs/releasing.md.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { TRUSTED_KEYS } from '../domain/releases/trusted-keys.ts'
import { makeStubElectron } from './stub-electron.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const ELECTRON_HOST = 'https://github.com/electron/electron/releases'
const PROBE_MS = 5000
/** What electron-builder needs of the project. */
const STAGED = ['out/main', 'out/preload', 'out/renderer', 'main/desktop/resources', 'electron-builder.yml']

const { values } = parseArgs({
  options: {
    windows: { type: 'boolean' },
    linux: { type: 'boolean' },
    check: { type: 'boolean' },
    development: { type: 'boolean' },
    output: { type: 'string' },
    'skip-build': { type: 'boolean' },
  },
})

type System = 'windows' | 'linux'

/** Native files of a system by their names, as electron-builder.yml lets them in. */
const NATIVES: Record<System, Record<string, string>> = {
  windows: { NEO_VE_DATABASE_NATIVE: 'win32-x64', NEO_VE_PASSWORD_NATIVE: 'win32-x64-msvc' },
  linux: { NEO_VE_DATABASE_NATIVE: 'linux-x64', NEO_VE_PASSWORD_NATIVE: 'linux-x64-gnu' },
}

const thisSystem: System = process.platform === 'win32' ? 'windows' : 'linux'
const system: System = values.windows ? 'windows' : values.linux ? 'linux' : thisSystem
const output = values.output ?? join(root, 'release')

function run(command: string, args: readonly string[], cwd = root): boolean {
  const env = { ...process.env, ...NATIVES[system] }
  return spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2], env }).status === 0
}

function electronVersion(): string {
  const text = readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')
  return String((JSON.parse(text) as { version: string }).version)
}

async function canFetchElectron(): Promise<boolean> {
  try {
    return (await fetch(ELECTRON_HOST, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })).ok
  } catch {
    return false
  }
}

/** npm's own script, since Windows starts no `npm` without a shell; its name where this was not started by npm. */
function npmCommand(args: readonly string[]): readonly [string, readonly string[]] {
  const script = process.env['npm_execpath']
  return script === undefined ? ['npm', args] : [process.execPath, [script, ...args]]
}

/** Why installers cannot be made here, in words; undefined when they can. */
async function refusal(): Promise<string | undefined> {
  if (values.check) return undefined
  if (!values.development && TRUSTED_KEYS.some(({ purpose }) => purpose === 'development'))
    return [
      'The program still trusts development keys: whoever has them could update every desk.',
      'Hold the key ceremony of docs/releasing.md first, or try a package with -- --development.',
    ].join('\n')
  if (await canFetchElectron()) return undefined
  return [
    `Electron ${electronVersion()} cannot be fetched here (${ELECTRON_HOST}), nor the installer tools of`,
    'electron-builder. Run this where GitHub can be reached, or look at the package with -- --check.',
  ].join('\n')
}

/**
 * A copy of what is packed, with the libraries of the other system: npm leaves the native parts of other systems out
 * of node_modules, and the installer would lack them without a word.
 */
function stageFor(other: System): string | undefined {
  const stage = mkdtempSync(join(tmpdir(), 'neo-ve-package-'))
  for (const path of [...STAGED, 'package.json', 'package-lock.json'])
    cpSync(join(root, path), join(stage, path), { recursive: true })
  const os = other === 'windows' ? 'win32' : 'linux'
  const args = ['ci', '--omit=dev', `--os=${os}`, '--cpu=x64', '--ignore-scripts', '--no-audit', '--no-fund']
  return run(...npmCommand(args), stage) ? stage : undefined
}

function pack(projectDir: string, folder: string): boolean {
  const args = [
    join(root, 'node_modules/electron-builder/cli.js'),
    `--${system === 'windows' ? 'win' : 'linux'}`,
    ...(values.check ? ['dir'] : []),
    '--x64',
    '--publish=never',
    `--projectDir=${projectDir}`,
    `-c.directories.output=${output}`,
    `-c.electronVersion=${electronVersion()}`,
    ...(values.check ? [`-c.electronDist=${folder}`] : []),
    // The stub is no program of Windows that could be edited.
    ...(values.check && system === 'windows'
      ? ['-c.win.signAndEditExecutable=false', '-c.disableAsarIntegrity=true']
      : []),
  ]
  return run(process.execPath, args)
}

/** What is in the package, library by library, for whoever has to look for a weak one. */
function writeParts(): boolean {
  const [command, args] = npmCommand(['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only'])
  const sbom = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (sbom.status !== 0) return false
  writeFileSync(join(output, 'neo-ve.cdx.json'), sbom.stdout)
  return true
}

async function makePackage(): Promise<number> {
  const reason = await refusal()
  if (reason !== undefined) {
    console.error(reason)
    return 1
  }
  if (!values['skip-build'] && !run(process.execPath, [join(root, 'scripts/build.ts')])) return 1
  mkdirSync(output, { recursive: true })
  const stub = mkdtempSync(join(tmpdir(), 'neo-ve-stub-'))
  makeStubElectron(stub, electronVersion())
  const isStaged = system !== thisSystem && !values.check
  const projectDir = isStaged ? stageFor(system) : root
  try {
    if (projectDir === undefined || !pack(projectDir, stub) || !writeParts()) return 1
  } finally {
    rmSync(stub, { recursive: true, force: true })
    if (isStaged && projectDir !== undefined) rmSync(projectDir, { recursive: true, force: true })
  }
  console.log(output)
  return 0
}

process.exitCode = await makePackage()
