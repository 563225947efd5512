// A hub under limits that the command line does not offer, as a process of its own: node limited-hub.ts JSON.
import { z } from 'zod'
import { startHub } from '#hub/start-hub.ts'
import { openDataFolder } from '#hub/storage/data-folder.ts'

const asked = z
  .strictObject({
    data: z.string(),
    checkpointPages: z.number().exactOptional(),
    maxPageCount: z.number().exactOptional(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''))

const { data, ...limits } = asked
const running = await startHub({ folder: openDataFolder(data), port: 0, rendererDir: null, ...limits })
process.once('SIGTERM', () => void running.close())
process.stdout.write(`ready ${running.url}\n`)
