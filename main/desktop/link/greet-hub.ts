import { z } from 'zod'
import type { ErrorCode } from '#domain/errors.ts'
import { askHub, type HubRoute } from './ask-hub.ts'
import { DeviceRevoked, HubUnreachable } from './link-errors.ts'

const greetingShape = z.object({
  json: z.object({
    installationId: z.string(),
    epoch: z.int(),
    hubName: z.string(),
    hubTime: z.string(),
  }),
})
/** Which hub answers, how often its data was restored, and its clock. */
export type Greeting = z.infer<typeof greetingShape>['json']

const renewedShape = z.object({ json: z.object({ certificate: z.string() }) })

/** The hub's word for a device that was shut out, is unknown or has run out. */
const shutOutShape = z.object({ json: z.object({ code: z.literal('device_refused' satisfies ErrorCode) }) })

/**
 * Asks the hub who it is.
 * @throws HubKeyChanged, HubUnreachable; DeviceRevoked when the hub takes this desk's certificate no more
 */
export async function greetHub(route: HubRoute): Promise<Greeting> {
  const { status, answer } = await askHub(route, '/rpc/devices/hello', { json: {} })
  if (shutOutShape.safeParse(answer).success) throw new DeviceRevoked('the hub refused the device')
  const greeting = greetingShape.safeParse(answer)
  if (!greeting.success) throw new HubUnreachable(`the hub answered ${status}`)
  return greeting.data.json
}

/** A certificate over a new request of this desk; undefined when the hub gives none now. */
export async function renewDevice(route: HubRoute, csr: string): Promise<string | undefined> {
  const { answer } = await askHub(route, '/rpc/devices/renew', { json: { csr } })
  const renewed = renewedShape.safeParse(answer)
  return renewed.success ? renewed.data.json.certificate : undefined
}
