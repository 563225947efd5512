import type { FastifyInstance } from 'fastify'
import type { ReadDb } from '#db/connection/handles.ts'
import { findCampaignPhotoBytes } from '#db/queries/campaigns/reader.ts'
import { findPhotoBytes, findScanBytes } from '#db/queries/files/desk-files.ts'
import { findVisitorPhotoBytes } from '#db/queries/visits/visitor-photos.ts'
import type { DeskFileKind } from '#domain/files/desk-files.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import type { Hub } from '../hub.ts'
import { actorWith, idOf, showFile, takeFiles } from './kept-files.ts'

/** Files by the last part of their address, with who may see and send them. */
const PLACES: readonly {
  name: string
  kind: DeskFileKind
  read: Permission
  edit: Permission
  find: (db: ReadDb, id: string) => { bytes: Uint8Array; media_type: string } | undefined
}[] = [
  { name: 'photo', kind: 'photo', read: 'people.read', edit: 'dossier.edit', find: findPhotoBytes },
  { name: 'scan', kind: 'scan', read: 'dossier.read', edit: 'dossier.edit', find: findScanBytes },
  { name: 'activity', kind: 'photo', read: 'care.read', edit: 'care.edit', find: findCampaignPhotoBytes },
  {
    name: 'visitor',
    kind: 'photo',
    read: 'contacts.read',
    edit: 'contacts.edit',
    find: findVisitorPhotoBytes,
  },
]

/**
 * Files of the desk: `POST /files/<name>` with the bytes as body answers `{fileId}`; `GET /files/photo/<photo id>`,
 * `/files/scan/<dossier item id>`, `/files/activity/<photo id>` and `/files/visitor/<photo id>` show them.
 */
export function registerDeskFiles(server: FastifyInstance, hub: Hub): void {
  for (const { name, kind, read, edit, find } of PLACES) {
    server.register(async (scope) => {
      const sender = (request: Parameters<typeof idOf>[0]) => actorWith(hub, request, edit)
      takeFiles(scope, hub, { path: `/files/${name}`, kind, sender })
      scope.get(`/files/${name}/:id`, async (request, reply) => {
        actorWith(hub, request, read)
        return showFile(reply, find(hub.read, idOf(request)))
      })
    })
  }
}
