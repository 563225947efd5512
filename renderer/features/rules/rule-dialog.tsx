import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { RuleRow, RuleVersionView } from '#domain/contract/rules.ts'
import { ruleValueText } from '#domain/law/rule-text.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { RuleForm } from '#renderer/features/rules/rule-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './rules.module.css'

function Version({ version }: { version: RuleVersionView }) {
  const queryClient = useQueryClient()
  const confirming = useSave((versionId: string, key) =>
    hub.rules.confirm({ versionId }, { context: { key } }),
  )

  async function confirm() {
    await confirming.send(version.versionId)
    await queryClient.invalidateQueries({ queryKey: api.rules.key() })
  }

  return (
    <li>
      <b>{ruleValueText(version.value, version.unit)}</b> từ {formatDay(version.effectiveFrom)} ·{' '}
      {version.enteredBy}, {formatInstant(version.enteredAt)}
      {version.confirmedBy !== null && ` · đồng ý: ${version.confirmedBy}`}
      {version.isWaiting && <ToneChip tone="soon" text="Chờ người thứ hai đồng ý" />}
      <span className={classes.note}>
        {version.source} · {version.reason}
      </span>
      {version.mayConfirm && (
        <Button size="xs" loading={confirming.isSaving} onClick={() => void confirm()}>
          Đồng ý, áp dụng từ {formatDay(version.effectiveFrom)}
        </Button>
      )}
      {confirming.problem && <span className={classes.note}>{confirming.problem}</span>}
    </li>
  )
}

/** A rule with its versions, and the form of a new one for those who may enter it. */
export function RuleDialog({
  row,
  mayEdit,
  onClose,
}: {
  row: RuleRow
  mayEdit: boolean
  onClose: () => void
}) {
  const history = useQuery(api.rules.history.queryOptions({ input: { ruleId: row.id } }))
  const versions = history.data?.versions ?? []
  return (
    <Dialog opened onClose={onClose} size="lg" title={`${row.id}: ${row.title}`}>
      {versions.length > 0 && (
        <>
          <p className={classes.dim}>Các lần thay đổi, mới nhất ở trên</p>
          <ul className={classes.versions}>
            {versions.map((version) => (
              <Version key={version.versionId} version={version} />
            ))}
          </ul>
        </>
      )}
      {history.data && versions.length === 0 && <p className={classes.dim}>Chưa thay đổi lần nào.</p>}
      {mayEdit && <RuleForm row={row} onDone={onClose} />}
    </Dialog>
  )
}
