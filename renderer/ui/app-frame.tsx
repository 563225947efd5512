import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Instant } from '#domain/time/instant.ts'
import { ConnectionState, type Connection } from '#ui/connection-state.tsx'
import { HubAwayContext } from '#ui/hub-away.tsx'
import type { FrameModule } from '#ui/frame-module.ts'
import { HubClock } from '#ui/hub-clock.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { OfflineBanner } from '#ui/offline-banner.tsx'
import { ShortcutHint } from '#ui/shortcut-hint.tsx'
import { ThemeToggle } from '#ui/theme-toggle.tsx'
import { UserMenu, type UserMenuProps } from '#ui/user-menu.tsx'
import classes from './app-frame.module.css'

export interface AppFrameProps {
  centreName: string
  modules: readonly FrameModule[]
  /** Address of the page shown; its module is marked. */
  path: string
  connection: Connection
  /** The desktop program keeps drafts on this PC while the hub is away. */
  keepsDrafts?: boolean
  /** The hub's clock. */
  now: () => Instant
  user: UserMenuProps
  onSearch: () => void
  /** A standing notice under the top bar: training data, an update that waits. */
  notice?: ReactNode
  /** What the person may do while the hub is away. */
  awayAct?: ReactNode
  children: ReactNode
}

/** The module whose address the path begins with; the longest wins, `/` only when it is the whole path. */
function currentModule(modules: readonly FrameModule[], path: string): string | undefined {
  return modules
    .map((module) => module.href)
    .filter((href) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0]
}

/** The frame around every page: modules left, search, connection, clock and user on top. */
export function AppFrame(props: AppFrameProps) {
  const { connection, modules } = props
  const current = currentModule(modules, props.path)
  return (
    <div className={classes.frame}>
      <a href="#noi-dung" className={classes.skip}>
        Đến nội dung
      </a>
      <header className={classes.top}>
        <div className={classes.brand}>
          <b className={classes.product}>Nẻo Về</b>
          <span className={classes.centre} title={props.centreName}>
            {props.centreName}
          </span>
        </div>
        <UnstyledButton className={classes.search} onClick={props.onSearch} aria-keyshortcuts="Control+K">
          <IconSearch size={16} stroke={1.75} aria-hidden />
          <span className={classes.searchText}>Tìm người, việc, lệnh…</span>
          <ShortcutHint keys={['Ctrl', 'K']} />
        </UnstyledButton>
        <div className={classes.facts}>
          <output>
            <ConnectionState connection={connection} />
          </output>
          <HubClock now={props.now} />
          <ThemeToggle />
          <UserMenu {...props.user} />
        </div>
      </header>
      <nav className={classes.nav} aria-label="Phân hệ">
        <NavEntries modules={modules.filter(({ group }) => group === undefined)} current={current} />
        <NavGroup
          modules={modules.filter(({ group }) => group !== undefined)}
          current={current}
          folds={modules.length > LOW_COLUMN_HOLDS}
        />
      </nav>
      {/* A page without any control must still scroll by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the region scrolls */}
      <main id="noi-dung" className={classes.main} tabIndex={0}>
        {connection.state === 'offline' && (
          <OfflineBanner
            since={connection.since}
            keepsDrafts={props.keepsDrafts ?? false}
            act={props.awayAct}
          />
        )}
        {props.notice}
        <HubAwayContext value={connection.state === 'offline' ? connection.since : null}>
          <div className={classes.page}>{props.children}</div>
        </HubAwayContext>
      </main>
    </div>
  )
}

/** Modules that a column of 460 px shows without scrolling: a screen of 1366×768 at 150 %. */
const LOW_COLUMN_HOLDS = 16

interface NavPart {
  modules: readonly FrameModule[]
  current: string | undefined
}

/** The modules under a heading. Where the column is low, only the heading stands until it is opened. */
function NavGroup({ modules, current, folds }: NavPart & { folds: boolean }) {
  const [isOpen, setIsOpen] = useState(false)
  const [first] = modules
  if (first === undefined) return null
  const isShown = isOpen || !folds || modules.some(({ href }) => href === current)
  return (
    <>
      <span className={classes.group} data-folds={folds || undefined}>
        {first.group}
      </span>
      {folds && (
        <UnstyledButton
          className={classes.groupButton}
          aria-expanded={isShown}
          onClick={() => setIsOpen(!isShown)}
        >
          {first.group}
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </UnstyledButton>
      )}
      <div className={classes.grouped} data-shown={isShown || undefined}>
        <NavEntries modules={modules} current={current} />
      </div>
    </>
  )
}

function NavEntries({ modules, current }: NavPart) {
  return modules.map((module) => {
    const Icon = module.icon
    return (
      <InnerLink
        key={module.href}
        href={module.href}
        className={classes.module}
        aria-current={module.href === current ? 'page' : undefined}
        data-parted={module.isParted}
      >
        <Icon size={18} stroke={1.75} aria-hidden />
        <span className={classes.moduleLabel}>{module.label}</span>
        {module.waiting !== undefined && module.waiting > 0 && (
          <span className={classes.waiting} aria-label={`${module.waiting} việc chờ`}>
            {module.waiting}
          </span>
        )}
      </InnerLink>
    )
  })
}
