/** How far a draft that lays a zone out anew (sắp xếp lại cả khu) has come. */
export const RESHUFFLE_STATES = ['draft', 'done', 'undone', 'cancelled'] as const
export type ReshuffleState = (typeof RESHUFFLE_STATES)[number]
