import type { TablerIcon } from '@tabler/icons-react'

/** One module in the left column of the frame. */
export interface FrameModule {
  href: string
  label: string
  icon: TablerIcon
  /** The heading it stands under; modules of one heading follow each other. */
  group?: string
  /** A line parts it from the modules above. */
  isParted?: boolean
  /** Things waiting in it. */
  waiting?: number
}
