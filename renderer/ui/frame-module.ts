import type { TablerIcon } from '@tabler/icons-react'

/** One module in the left column of the frame. */
export interface FrameModule {
  href: string
  label: string
  icon: TablerIcon
  /** Heading above the first module of a group. */
  group?: string
  /** A line parts it from the modules above. */
  isParted?: boolean
  /** Things waiting in it. */
  waiting?: number
}
