import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ReadDb } from '#db/connection/handles.ts'
import { findEvidenceBytes, findExhibitBytes } from '#db/queries/incidents/parts.ts'
import { findIncident } from '#db/queries/incidents/reader.ts'
import { AppError } from '#domain/errors.ts'
import type { Hub } from '../hub.ts'
import { sightFor, writableIncident } from '../incidents/access.ts'
import type { Actor } from '../use-case.ts'
import { actorWith, idOf, showFile, takeFiles } from './kept-files.ts'

type Kept = Pick<NonNullable<ReturnType<typeof findEvidenceBytes>>, 'incident_id' | 'added_by'>

/** Whoever sees the incident sees its files; who sees the own first report alone, the files he or she added. */
function maySee(db: ReadDb, actor: Actor, file: Kept): boolean {
  const row = findIncident(db, file.incident_id)
  const sight = row === undefined ? 'nothing' : sightFor(db, actor, row)
  return sight === 'all' || (sight === 'own-report' && file.added_by === actor.key)
}

/**
 * Files of incidents: `POST /files/incident/<incident id>` takes a photo or scan from whoever may write into that
 * incident; `GET /files/incident-evidence/<id>` and `/files/incident-exhibit/<id>` show one to whoever may see the
 * incident, each time with an entry in the audit.
 */
export function registerIncidentFiles(server: FastifyInstance, hub: Hub): void {
  server.register(async (scope) => {
    const sender = (request: FastifyRequest) => {
      const actor = actorWith(hub, request, 'incident.report')
      writableIncident(hub.read, actor, idOf(request))
      return actor
    }
    takeFiles(scope, hub, { path: '/files/incident/:id', kind: 'scan', sender })
    for (const [name, find] of [
      ['incident-evidence', findEvidenceBytes],
      ['incident-exhibit', findExhibitBytes],
    ] as const) {
      scope.get(`/files/${name}/:id`, async (request, reply) => {
        const actor = actorWith(hub, request, 'feed.read')
        const file = find(hub.read, idOf(request))
        if (!file || !maySee(hub.read, actor, file)) throw new AppError('not_found')
        await hub.writer.internal('recordIncidentFileView', actor, hub.now(), {
          id: file.incident_id,
          sha256: file.sha256,
        })
        return showFile(reply, file)
      })
    }
  })
}
