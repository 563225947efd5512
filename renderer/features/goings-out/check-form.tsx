import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Outing } from '#domain/contract/goings-out-shapes.ts'
import { DRUG_TEST_LABELS, DRUG_TESTS, type DrugTest } from '#domain/goings-out/outing-kinds.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { CodeSegments } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'

/** What the check of health and drug use found on return (LEAVE-06); for the medical role. */
export function CheckForm({ outing, onDone }: { outing: Outing; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [drugTest, setDrugTest] = useState<DrugTest>('negative')
  const [healthFound, setHealthFound] = useState('')
  const saving = useSave((input: Parameters<typeof hub.goingsOut.check>[0], key) =>
    hub.goingsOut.check(input, { context: { key } }),
  )
  async function save() {
    const { id, version } = outing
    if (!(await saving.send({ id, version, drugTest, healthFound }))) return
    await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
    showNotice(`Đã ghi kiểm tra khi về: ${outing.name}.`)
    onDone()
  }
  return (
    <DenseForm
      label={`Kiểm tra khi về: ${outing.name}`}
      saveLabel="Ghi kiểm tra"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={healthFound !== ''}
      problem={saving.clash ? 'Người khác vừa làm việc này. Đóng và mở lại để xem.' : saving.problem}
    >
      <p>{outing.name}: kiểm tra sức khỏe và xét nghiệm ma túy sau khi về chịu tang (LEAVE-06).</p>
      <FormRow label="Xét nghiệm ma túy" required error={saving.errors['drugTest']}>
        {() => (
          <CodeSegments
            label="Xét nghiệm ma túy"
            codes={DRUG_TESTS}
            labels={DRUG_TEST_LABELS}
            value={drugTest}
            onChange={setDrugTest}
          />
        )}
      </FormRow>
      <ParagraphRow
        label="Tình trạng sức khỏe"
        required
        error={saving.errors['healthFound']}
        isFirst
        maxLength={1000}
        value={healthFound}
        onChange={setHealthFound}
      />
    </DenseForm>
  )
}
