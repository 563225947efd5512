import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconLock, IconLogout, IconUser } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './app-frame.module.css'

export interface UserMenuProps {
  name: string
  /** Role and post in words: `trực ca 2 · khu A`. */
  role: string
  onLock: () => void
  onSignOut: () => void
  /** Further entries, as `Menu.Item`s. */
  children?: ReactNode
}

/** Who sits at this desk, with lock and sign-out. */
export function UserMenu({ name, role, onLock, onSignOut, children }: UserMenuProps) {
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={`Tài khoản: ${name}, ${role}`}>
          <IconUser size={16} stroke={1.75} aria-hidden />
          <span className={classes.userName}>{name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <b>{name}</b>
          <br />
          {role}
        </Menu.Label>
        {children}
        <Menu.Item leftSection={<IconLock size={16} stroke={1.75} aria-hidden />} onClick={onLock}>
          Khóa màn hình
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} aria-hidden />} onClick={onSignOut}>
          Đăng xuất
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
