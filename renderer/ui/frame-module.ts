import type { TablerIcon } from '@tabler/icons-react'

/** One module in the left column of the frame. */
export interface FrameModule {
  href: string
  label: string
  icon: TablerIcon
  /** Heading above the first module of a group. */
  group?: string
  /** Things waiting in it. */
  waiting?: number
}
