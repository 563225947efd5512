import { hub } from '#renderer/api/client.ts'

/** How often a short work is asked about, in milliseconds. */
const ASK_EVERY_MS = 150

/** Waits until a work ended, however it did. @throws HubError when the hub cannot be asked */
export async function jobEnd(jobId: string): Promise<void> {
  for (;;) {
    const { state } = await hub.jobs.get({ id: jobId }, { context: { isBackground: true } })
    if (state !== 'running') return
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
}
