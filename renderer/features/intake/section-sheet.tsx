import { Button, MultiSelect } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { ETHNIC_GROUPS } from '#domain/information-sheet/ethnic-groups.ts'
import { SHEET_FORM_LABELS } from '#domain/information-sheet/information-sheet.ts'
import {
  EDUCATION_LABELS,
  EDUCATIONS,
  MARITAL_STATE_LABELS,
  MARITAL_STATES,
  POLICY_GROUP_LABELS,
  POLICY_GROUPS,
  RELIGION_LABELS,
  RELIGIONS,
  WORK_STATE_LABELS,
  WORK_STATES,
} from '#domain/information-sheet/personal-lists.ts'
import { PriorLines, RehabLines, SubstanceLines } from '#renderer/features/intake/sheet-lines.tsx'
import { IntakeSection } from '#renderer/features/intake/intake-section.tsx'
import { RelativeLines } from '#renderer/features/intake/relative-lines.tsx'
import { SheetChoice, SheetNumber, SheetText, useSheet } from '#renderer/features/intake/sheet-rows.tsx'
import { useChecklist } from '#renderer/features/intake/use-checklist.ts'
import { choices } from '#ui/choices.ts'
import { FormRow } from '#ui/form-row.tsx'
import classes from './intake.module.css'

/** The information sheet with the law's code lists; folded, since it may be written later. */
export function SheetSection() {
  const [isOpen, setIsOpen] = useState(false)
  const checklist = useChecklist()
  const form = SHEET_FORM_LABELS[checklist.data?.sheetForm ?? 'D163-17']
  return (
    <IntakeSection
      step="sheet"
      number={8}
      title="Phiếu thông tin"
      aside={
        <>
          <span className={classes.dim}>{form}</span>
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={isOpen}
            leftSection={
              isOpen ? (
                <IconChevronDown size={14} stroke={1.75} aria-hidden />
              ) : (
                <IconChevronRight size={14} stroke={1.75} aria-hidden />
              )
            }
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? 'Thu gọn phiếu' : 'Mở phiếu'}
          </Button>
        </>
      }
    >
      <SubstanceLines />
      {isOpen && (
        <>
          <div className={classes.cols}>
            <SheetNumber label="Năm dùng lần đầu" field="firstUseYear" isYear />
            <SheetText label="Lý do dùng" field="firstUseReason" max={300} />
            <SheetText
              label="Điều trị thay thế"
              field="substitution"
              max={200}
              placeholder="Methadone từ 2024…"
            />
          </div>
          <RehabLines />
          <div className={classes.cols}>
            <SheetText label="Quốc tịch" field="nationality" max={60} />
            <SheetChoice label="Dân tộc" field="ethnicity" values={ETHNIC_GROUPS} />
            <SheetChoice label="Tôn giáo" field="religion" values={RELIGIONS} labels={RELIGION_LABELS} />
            <SheetChoice label="Học vấn" field="education" values={EDUCATIONS} labels={EDUCATION_LABELS} />
            <SheetText label="Lớp đã học" field="schoolClass" max={10} placeholder="9/12" />
            <SheetText label="Nghề đào tạo" field="trade" max={120} />
            <SheetChoice label="Việc làm" field="work" values={WORK_STATES} labels={WORK_STATE_LABELS} />
            <SheetText label="Nghề nghiệp" field="occupation" max={120} />
            <SheetText label="Nơi làm việc" field="workplace" max={160} />
            <SheetChoice
              label="Hôn nhân"
              field="marital"
              values={MARITAL_STATES}
              labels={MARITAL_STATE_LABELS}
            />
            <SheetNumber label="Số con" field="children" />
            <PolicyRow />
          </div>
          <RelativeLines />
          <PriorLines />
          <div className={classes.cols}>
            <SheetText label="Nguyện vọng" field="wishes" max={500} />
            <SheetText label="Ghi chú phiếu" field="note" max={1000} />
          </div>
        </>
      )}
    </IntakeSection>
  )
}

function PolicyRow() {
  const [value, set] = useSheet('policyGroups')
  return (
    <div className={classes.cell}>
      <FormRow label="Diện chính sách">
        {(control) => (
          <MultiSelect
            {...control}
            data={choices(POLICY_GROUPS, POLICY_GROUP_LABELS)}
            value={value}
            onChange={(next) => set(POLICY_GROUPS.filter((one) => next.includes(one)))}
          />
        )}
      </FormRow>
    </div>
  )
}
