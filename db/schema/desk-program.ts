import type { DeskUpdateKind } from '#domain/releases/desk-update.ts'
import type { ReleasePlatform } from '#domain/releases/manifest.ts'
import { column, type Columns } from './column-facts.ts'

export interface DeskProgramTable {
  desk: string
  version: string
  platform: ReleasePlatform
  state: DeskUpdateKind
  release_version: string | null
  problem: string | null
  told_at: string
}

export const deskProgramColumns = {
  desk: column('none', 'Name of the desk'),
  version: column('none', 'Version of the program that runs there'),
  platform: column('none', 'What it was installed with'),
  state: column('none', 'How far its update is'),
  release_version: column('none', 'The version it updates to'),
  problem: column('none', 'Why it refuses the update'),
  told_at: column('none', 'When it said so'),
} satisfies Columns<DeskProgramTable>
