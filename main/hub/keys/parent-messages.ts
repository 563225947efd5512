import { z } from 'zod'

const hexKey = z.string().regex(/^[0-9a-f]{64}$/i)

/** What the program that holds the data key tells the hub it started. */
export const messageToHub = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('key'),
    /** Null when the system could not open the wrapped key: the hub then asks for the recovery sheet. */
    hex: hexKey.nullable(),
    /** A key that was about to replace the first when the hub was last stopped. */
    nextHex: hexKey.nullable().optional(),
  }),
  /** The key of `keep-key` is wrapped and on the disk. */
  z.object({ type: z.literal('key-kept') }),
  z.object({ type: z.literal('stop') }),
])
export type MessageToHub = z.infer<typeof messageToHub>

/** What a hub tells the program that started it. */
export type MessageToParent =
  | { type: 'ready'; url: string }
  /** The hub has no key that opens its data and serves the recovery page at `url`. */
  | { type: 'recovery'; url: string }
  /** Wrap this key and keep it beside the present one, then answer `key-kept`. */
  | { type: 'keep-key'; hex: string }
  /** The data are under this key now: forget every other. */
  | { type: 'key-settled'; hex: string }
