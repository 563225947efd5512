import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#domain/time/day.ts'
import { TODAY } from '#renderer/gallery/invented-people.ts'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'

/** A dense form with every kind of row. */
export function FormPage() {
  const [birth, setBirth] = useState<Day | null>('1989-03-05')
  const [decided, setDecided] = useState<Day | null>(null)
  const [problem, setProblem] = useState<string | undefined>(
    'Thiếu ngày quyết định. Ngày này quyết định thời hạn.',
  )
  return (
    <>
      <PageHeader
        title="Tiếp nhận học viên"
        back={{ href: '/nguoi', label: 'Học viên' }}
        note="diện bắt buộc"
      />
      <Panel>
        <DenseForm
          label="Tiếp nhận học viên"
          saveLabel="Tiếp nhận học viên"
          onSave={() => undefined}
          onLeave={() => undefined}
          dirty
          draft={{ state: 'saved', at: '2026-11-22T07:31:00.000Z' }}
          rail={[
            { id: 'who', label: 'Nhân thân', state: 'done' },
            { id: 'decision', label: 'Quyết định', state: 'wrong', note: 'thiếu ngày quyết định' },
            { id: 'papers', label: 'Hồ sơ kèm theo', state: 'missing', note: '3/7 loại giấy' },
            { id: 'bed', label: 'Xếp giường', state: 'missing' },
          ]}
        >
          <FormRow label="Họ và tên" required hint="Từ thẻ căn cước; giữ nguyên dấu.">
            {(control) => <TextInput {...control} defaultValue="HỨA THỊ HƯƠNG" />}
          </FormRow>
          <FormRow label="Ngày sinh" required>
            {(control) => <DayField {...control} today={TODAY} value={birth} onChange={setBirth} />}
          </FormRow>
          <FormRow label="Giới tính" required>
            {(control) => <Select {...control} data={['Nam', 'Nữ']} defaultValue="Nữ" w={148} />}
          </FormRow>
          <FormRow label="Số căn cước" error="Số căn cước có 12 chữ số; đang có 11. Kiểm tra lại trên thẻ.">
            {(control) => <TextInput {...control} defaultValue="02018900123" inputMode="numeric" w={220} />}
          </FormRow>
          <FormRow label="Số quyết định" required>
            {(control) => <TextInput {...control} defaultValue="214/QĐ-TAND" w={220} />}
          </FormRow>
          <FormRow label="Ngày quyết định" required error={problem}>
            {(control) => (
              <DayField
                {...control}
                today={TODAY}
                value={decided}
                onChange={setDecided}
                onProblem={setProblem}
              />
            )}
          </FormRow>
          <FormRow label="Tình trạng lúc giao">
            {(control) => (
              <Textarea {...control} autosize minRows={2} placeholder="Tỉnh táo, không thương tích…" />
            )}
          </FormRow>
          <FormRow label="Đã nhận tư trang">{({ id }) => <Checkbox id={id} mt={7} />}</FormRow>
        </DenseForm>
      </Panel>
    </>
  )
}
