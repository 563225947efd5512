import type { ReadDb } from '#db/connection/handles.ts'
import type { TiedFind } from '#db/queries/incidents/finds.ts'
import { isTakenFind, type listChains, type listExhibits } from '#db/queries/incidents/parts.ts'
import type { IncidentExhibit, IncidentFind, IncidentSource } from '#domain/contract/incident-shapes.ts'

interface Things {
  exhibits: ReturnType<typeof listExhibits>
  chains: ReturnType<typeof listChains>
  finds: readonly TiedFind[]
}

/** The visit, parcel or letter a find is of. */
function sourceOf(find: TiedFind | undefined): IncidentSource | null {
  const targetId = find?.visit_id ?? find?.parcel_id ?? find?.letter_id ?? null
  return find === undefined || targetId === null ? null : { kind: find.source, targetId, on: find.on_day }
}

/**
 * What was taken, each with its chain of custody.
 * @param by whose own things and lines alone are shown, to whoever sees the own first report alone; null for all
 */
export function exhibitLines(
  { exhibits, chains, finds }: Things,
  name: (key: string) => string,
  by: string | null,
): IncidentExhibit[] {
  const isShown = ({ recorded_by: recorder }: { recorded_by: string }) => by === null || recorder === by
  const chainOf = Map.groupBy(chains.filter(isShown), ({ exhibit_id: id }) => id)
  return exhibits.filter(isShown).map((one) => {
    const chain = chainOf.get(one.id) ?? []
    const last = chain.at(-1)
    return {
      id: one.id,
      no: one.no,
      kind: one.kind,
      substance: one.substance,
      route: one.route,
      description: one.description,
      quantity: one.quantity,
      unit: one.unit,
      sealNumber: last?.seal_number ?? null,
      personId: one.person_id,
      personName: one.person_name,
      foundAt: one.found_at,
      foundWhere: [one.place_name, one.found_where].filter((text) => text !== null).join(', ') || null,
      findId: one.find_id,
      source: sourceOf(finds.find(({ id }) => id === one.find_id)),
      hasPhoto: one.file_id !== null,
      holder: last?.to_holder ?? one.holder,
      lastMove: last?.kind ?? one.last_move,
      chain: chain.map((move) => ({
        id: move.id,
        no: move.no,
        kind: move.kind,
        at: move.at,
        fromHolder: move.from_holder,
        toHolder: move.to_holder,
        sealNumber: move.seal_number,
        witness: move.witness,
        note: move.note,
        recordedBy: name(move.recorded_by),
      })),
      version: one.version,
    }
  })
}

/** What was found at the visits, in the parcels and letters the incident is tied to, and is no exhibit yet. */
export function findsLeft(
  db: ReadDb,
  finds: readonly TiedFind[],
  name: (key: string) => string,
): IncidentFind[] {
  return finds
    .filter(({ id }) => !isTakenFind(db, id))
    .map((find) => ({
      id: find.id,
      personId: find.person_id,
      personName: find.name,
      what: find.what,
      quantity: find.quantity,
      foundAt: find.found_at,
      foundBy: name(find.found_by),
      source: sourceOf(find),
    }))
}
