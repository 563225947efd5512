import { Radio, Group } from '@mantine/core'
import { STAGE_RESULT_LABELS, STAGE_RESULTS, type StageResult } from '#domain/care/stages.ts'

/** How a stage went: one of three. */
export function ResultChoice({
  value,
  onChange,
  label,
}: {
  value: StageResult | null
  onChange: (value: StageResult) => void
  label: string
}) {
  return (
    <Radio.Group
      aria-label={label}
      value={value ?? ''}
      onChange={(text) => {
        const chosen = STAGE_RESULTS.find((result) => result === text)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      <Group gap="md">
        {STAGE_RESULTS.map((result) => (
          <Radio key={result} value={result} label={STAGE_RESULT_LABELS[result]} />
        ))}
      </Group>
    </Radio.Group>
  )
}
