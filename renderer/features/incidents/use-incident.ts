import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave, type Saving } from '#renderer/features/dossier/use-save.ts'

/** An incident as far as the reader may see it: all, or the own first report. Each answer stands in the audit. */
export function useIncident(id: string) {
  const reads = useDesk()?.permissions.includes('incident.read') ?? false
  const whole = useQuery({ ...api.incidents.get.queryOptions({ input: { id } }), enabled: reads })
  const own = useQuery({ ...api.incidents.ownReport.queryOptions({ input: { id } }), enabled: !reads })
  return reads ? whole : own
}

/**
 * A write into an incident: once it is done, what was said is shown, every list follows and the form closes.
 * @param save the write, with the key that makes a repetition harmless
 */
export function useIncidentAct<Input>(
  save: (input: Input, key: string) => Promise<unknown>,
  said: string,
  onDone: () => void,
): { run: (input: Input) => Promise<void>; saving: Saving<Input> } {
  const queryClient = useQueryClient()
  const saving = useSave(save)
  async function run(input: Input) {
    const isSaved = await saving.send(input)
    // A refusal may mean that somebody was quicker: what is shown must be what stands there.
    await queryClient.invalidateQueries({ queryKey: api.incidents.key() })
    if (!isSaved) return
    showNotice(said)
    onDone()
  }
  return { run, saving }
}
