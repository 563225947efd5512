import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { namesOf } from '#renderer/features/escapes/escape-words.ts'

type MakeInput = Omit<Parameters<typeof hub.documents.make>[0], 'id'>

/** A paper to be made, and whom it is about. */
interface BatchPaper extends MakeInput {
  name: string
}

/** Makes many papers one after the other, each with the next number of its book; stops at the first refusal. */
export function useMakeBatch() {
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function make(papers: readonly BatchPaper[]): Promise<void> {
    setProblem(null)
    let done = 0
    try {
      for (const { name: _name, ...paper } of papers) {
        setProgress({ done, of: papers.length })
        await hub.documents.make({ ...paper, id: crypto.randomUUID() })
        done += 1
      }
      showNotice(`Đã lập ${papers.length} bản.`)
    } catch (error) {
      const left = namesOf(papers.slice(done))
      setProblem(`${toHubError(error).message} Đã lập ${done} trên ${papers.length} bản. Còn: ${left}.`)
    } finally {
      setProgress(null)
      await Promise.all(
        [api.documents, api.escapes, api.incidents].map((of) =>
          queryClient.invalidateQueries({ queryKey: of.key() }),
        ),
      )
    }
  }

  return { make, progress, problem }
}
