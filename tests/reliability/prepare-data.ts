// Brings a data folder to the newest version as a hub does at its start: node prepare-data.ts DIR.
import { prepareDatabase } from '#hub/start-hub.ts'
import { openDataFolder, readKey } from '#hub/storage/data-folder.ts'

const folder = openDataFolder(process.argv[2] ?? '')
const key = readKey(folder.keyFile)
process.stdout.write('loaded\n')
prepareDatabase(folder, key)
