import { Button, Group } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoredSheet } from '#domain/contract/dossier.ts'
import {
  informationSheetSchema,
  PLAN_FORM_LABELS,
  SHEET_FORM_LABELS,
  type InformationSheet,
} from '#domain/information-sheet/information-sheet.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { FactList } from '#renderer/features/dossier/fact-list.tsx'
import { FamilyPanel } from '#renderer/features/dossier/family-panel.tsx'
import { ReturnPlacePanel } from '#renderer/features/dossier/return-place-panel.tsx'
import { readSheetDraft, SheetForm } from '#renderer/features/dossier/sheet-form.tsx'
import {
  SHEET_FIELD_LABELS,
  SHEET_PARTS,
  sheetText,
  WIDE_FIELDS,
} from '#renderer/features/dossier/sheet-words.ts'
import { useDraft } from '#renderer/features/people/use-draft.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './dossier.module.css'

/** The information sheet of a stay (Mẫu 17) with the family and the plan that follows from it. */
export function SheetTab({ stayId, personId }: { stayId: string; personId: string }) {
  const sheet = useQuery(api.dossier.sheet.queryOptions({ input: { stayId } }))
  if (sheet.isPending) return <PagePending />
  if (sheet.error) {
    return (
      <ErrorState
        title="Chưa mở được phiếu thông tin"
        sentence={toHubError(sheet.error).message}
        onRetry={() => void sheet.refetch()}
      />
    )
  }
  return (
    <>
      <SheetPanel stayId={stayId} sheet={sheet.data.sheet} />
      <ReturnPlacePanel stayId={stayId} />
      <FamilyPanel stayId={stayId} personId={personId} />
      <PlanLine stayId={stayId} />
    </>
  )
}

function SheetPanel({ stayId, sheet }: { stayId: string; sheet: StoredSheet | null }) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('dossier.edit') ?? false
  const draft = useDraft(`sheet:${stayId}`, readSheetDraft)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isOld = sheet !== null && sheet.body === null
  const isEditing = mayEdit && !isOld && (chosen ?? (draft.found?.value ?? null) !== null)
  return (
    <Panel
      title={sheet ? SHEET_FORM_LABELS[sheet.form] : 'Phiếu thu thập thông tin'}
      aside={
        <Group gap="sm" wrap="nowrap">
          {sheet && (
            <span className={classes.dim}>
              {sheet.updatedBy}, {formatInstant(sheet.updatedAt)}
            </span>
          )}
          {mayEdit && sheet && !isOld && !isEditing && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label="Sửa phiếu thông tin"
              style={{ flex: 'none' }}
              leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />}
              disabled={draft.found === null}
              onClick={() => setChosen(true)}
            >
              Sửa
            </Button>
          )}
        </Group>
      }
    >
      {isEditing && draft.found ? (
        <SheetForm
          stayId={stayId}
          version={sheet?.version ?? null}
          body={sheet?.body ?? informationSheetSchema.parse({})}
          draft={draft}
          onDone={() => setChosen(false)}
        />
      ) : sheet?.body ? (
        <SheetFacts sheet={sheet.body} />
      ) : (
        <EmptyState
          title={isOld ? 'Phiếu viết theo bản cũ của chương trình' : 'Chưa có phiếu thông tin'}
          act={
            mayEdit &&
            !isOld && (
              <Button onClick={() => setChosen(true)} disabled={draft.found === null}>
                Ghi phiếu thông tin
              </Button>
            )
          }
        >
          {isOld
            ? 'Phiếu được giữ nguyên như lúc viết, không sửa ở đây.'
            : 'Phiếu ghi đến đâu hay đến đó theo lời khai; ô chưa hỏi được thì để trống.'}
        </EmptyState>
      )}
    </Panel>
  )
}

function SheetFacts({ sheet }: { sheet: InformationSheet }) {
  return (
    <div className={classes.stack}>
      {SHEET_PARTS.map((part) => (
        <div key={part.title} className={classes.lines}>
          <h3 className={classes.part}>{part.title}</h3>
          <FactList
            facts={part.fields.map((field) => ({
              label: SHEET_FIELD_LABELS[field],
              text: sheetText(sheet, field),
              isWide: WIDE_FIELDS.has(field),
            }))}
          />
        </div>
      ))}
    </div>
  )
}

function PlanLine({ stayId }: { stayId: string }) {
  const record = useQuery(api.intake.record.queryOptions({ input: { stayId } }))
  const plan = record.data?.plan
  if (!plan) return null
  return (
    <p className={classes.dim}>
      {PLAN_FORM_LABELS[plan.form]}: {plan.state === 'approved' ? 'đã phê duyệt' : 'đang lập'}
      {plan.state === 'started' && plan.dueOn !== null && `, xong trước ngày ${formatDay(plan.dueOn)}`}.
    </p>
  )
}
