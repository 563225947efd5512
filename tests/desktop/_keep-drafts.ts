// Keeps one draft again and again and says each time that it is kept, until it is killed.
import { KeptDrafts } from '../../main/desktop/link/kept-drafts.ts'
import { testSealer } from './_sealer.ts'

const [folder = '', key = ''] = process.argv.slice(2)
const drafts = new KeptDrafts(folder, testSealer(Buffer.from(key, 'hex')), () => '2026-11-22T01:00:00.000Z')
for (let count = 0; ; count += 1) {
  await drafts.keep({ owner: 'u1', form: 'intake:1', value: { count } })
  process.stdout.write(`${count}\n`)
}
