/** A help page: what a screen is for and how its work is done. */
export interface HelpTopic {
  /** Address of the screen; its pages below it are helped by the same topic. */
  path: string
  title: string
  /** What the screen answers. */
  lead: string
  steps: readonly string[]
  /** Keys beside those that work everywhere. */
  keys?: readonly { keys: string; does: string }[]
}
