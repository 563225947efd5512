import { describe, expect, it } from 'vitest'
import type { FileOutcome } from '#renderer/features/dossier/desk-file.ts'
import { FilesUnderway } from '#renderer/features/dossier/files-underway.ts'

describe('files of a form on their way', () => {
  it('are waited for, and the one that did not come is named', async () => {
    const files = new FilesUnderway()
    let arrive: (outcome: FileOutcome) => void = () => {}
    files.follow('Quyết định', new Promise<FileOutcome>((resolve) => (arrive = resolve)))
    files.follow('Lý lịch', Promise.resolve({ problem: 'mất mạng' }))
    const settled = files.settle()
    arrive({ fileId: 'f1' })
    expect(await settled).toEqual({ sent: new Map([['Quyết định', 'f1']]), failed: ['Lý lịch'] })
  })

  it('a second try takes the place of the first, and a dropped one is asked for no more', async () => {
    const files = new FilesUnderway()
    files.follow('Lý lịch', Promise.resolve({ problem: 'mất mạng' }))
    files.follow('Lý lịch', Promise.resolve({ fileId: 'f2' }))
    files.follow('Ảnh', Promise.resolve({ problem: 'mất mạng' }))
    files.follow('Ảnh', null)
    expect(await files.settle()).toEqual({ sent: new Map([['Lý lịch', 'f2']]), failed: [] })
  })
})
