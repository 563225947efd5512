/** How far the count of a zone is: nobody began, under way, signed by both shifts. */
export const COUNT_STATES = ['none', 'open', 'signed'] as const
export type CountState = (typeof COUNT_STATES)[number]
