import { z } from 'zod'

const MOST_FILE_BYTES = 64 * 1024 * 1024
const MOST_DRAFT_CHARACTERS = 262_144

const port = z.int().min(1).max(65_535)
const nothing = z.undefined()
/** A name, IPv4 or IPv6 address: nothing that could carry a path, a user or a scheme. */
const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[0-9A-Za-z.:-]+$/, 'Địa chỉ chỉ gồm chữ, số, dấu chấm, dấu hai chấm và gạch nối.')
/** A name of a file and nothing else: no folder, no drive, no control character. */
const fileName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\\/:*?"<>|]+$/u, 'Tên tệp có ký tự không dùng được.')
  .refine((name) => !/^\.+$/.test(name), 'Tên tệp không được chỉ gồm dấu chấm.')
const draftKey = { owner: z.string().min(1).max(64), form: z.string().min(1).max(120) }

/**
 * What the page may send to the desktop program, by the name of the call. The main process checks every message with
 * these; a call that is not named here does not exist.
 */
export const DESK_INPUTS = {
  'mode.choose': z.strictObject({ mode: z.enum(['hub', 'desk']) }),
  'mode.reconsider': nothing,
  'hub.discover': nothing,
  'hub.pair': z.strictObject({
    host,
    port,
    code: z.string().min(1).max(60),
    deviceName: z.string().trim().min(1).max(60),
  }),
  'hub.state': nothing,
  'hub.tryAddress': z.strictObject({ host, port }),
  'hub.confirmMove': nothing,
  'hub.forget': nothing,
  'drafts.keep': z.strictObject({
    ...draftKey,
    value: z
      .record(z.string(), z.unknown())
      .refine((value) => JSON.stringify(value).length <= MOST_DRAFT_CHARACTERS, 'Bản nháp quá dài.'),
  }),
  'drafts.list': z.strictObject({ owner: draftKey.owner }),
  'drafts.drop': z.strictObject(draftKey),
  'print.toPrinter': nothing,
  'print.toPdf': z.strictObject({ name: fileName }),
  'file.save': z.strictObject({
    name: fileName,
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MOST_FILE_BYTES, 'Tệp quá lớn.'),
  }),
  'desk.notify': z.strictObject({ title: z.string().min(1).max(80), body: z.string().max(200) }),
  'desk.badge': z.strictObject({ count: z.int().min(0).max(9999) }),
  'desk.clock': nothing,
  'update.state': nothing,
  'update.check': nothing,
  'update.install': nothing,
  'startup.state': nothing,
  'startup.set': z.strictObject({ isOn: z.boolean() }),
  'screen.protect': z.strictObject({ isOn: z.boolean() }),
} as const

export type DeskCall = keyof typeof DESK_INPUTS
export type DeskInput<Call extends DeskCall> = z.infer<(typeof DESK_INPUTS)[Call]>
