import { Button, Group } from '@mantine/core'
import { IconLock, IconPencil, IconStethoscope } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { firstCheckSchema } from '#domain/information-sheet/first-check.ts'
import { PERMISSION_ROLES } from '#domain/permissions/permissions.ts'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useScreenProtection } from '#renderer/app/use-screen-protection.ts'
import { FactList } from '#renderer/features/dossier/fact-list.tsx'
import {
  CHECK_FIELD_LABELS,
  checkText,
  MEASURES,
  WORD_FIELDS,
} from '#renderer/features/medical/check-words.ts'
import { FirstCheckForm } from '#renderer/features/medical/first-check-form.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './medical.module.css'

/** The word of the tab, with a lock for those it does not open to. */
export function MedicalTabLabel() {
  const desk = useDesk()
  const mayRead = desk?.permissions.includes('medical.read') ?? false
  return (
    <span className={classes.tab}>
      {!mayRead && <IconLock size={14} stroke={1.75} aria-label="không mở được" />}
      Y tế
    </span>
  )
}

/** What was found when the person came in, for the medical role; everybody else learns who may open it. */
export function MedicalTab({ stayId }: { stayId: string }) {
  const desk = useDesk()
  if (!desk?.permissions.includes('medical.read')) {
    const roles = PERMISSION_ROLES['medical.read'].map((role) => ROLE_LABELS[role]).join(', ')
    return (
      <Panel title="Y tế">
        <EmptyState title="Phần này chỉ mở cho người làm y tế" icon={IconLock}>
          Kết quả khám, bệnh truyền nhiễm và tình trạng HIV chỉ người có vai trò {roles} xem được, mỗi lần mở
          đều ghi lại. Cần biết điều gì để sắp xếp chỗ ở, hãy hỏi tổ y tế.
        </EmptyState>
      </Panel>
    )
  }
  return <FirstCheckPanel stayId={stayId} mayEdit={desk.permissions.includes('medical.edit')} />
}

function FirstCheckPanel({ stayId, mayEdit }: { stayId: string; mayEdit: boolean }) {
  const found = useQuery(api.medical.firstCheck.queryOptions({ input: { stayId } }))
  const [isEditing, setIsEditing] = useState(false)
  useScreenProtection()
  if (found.isPending) return <PagePending />
  if (found.error) {
    return (
      <ErrorState
        title="Chưa mở được phần y tế"
        sentence={toHubError(found.error).message}
        onRetry={() => void found.refetch()}
      />
    )
  }
  const { check } = found.data
  const isOld = check !== null && check.body === null
  const body = check?.body
  return (
    <Panel
      title="Khám sức khỏe ban đầu"
      aside={
        <Group gap="sm" wrap="nowrap">
          {check && (
            <span className={classes.dim}>
              khám {formatInstant(check.at)} · {check.recordedBy}
            </span>
          )}
          {mayEdit && body && !isEditing && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label="Sửa khám sức khỏe ban đầu"
              leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />}
              onClick={() => setIsEditing(true)}
            >
              Sửa
            </Button>
          )}
        </Group>
      }
    >
      {isEditing ? (
        <FirstCheckForm
          stayId={stayId}
          version={check?.version ?? null}
          at={check?.at ?? null}
          body={body ?? firstCheckSchema.parse({})}
          onDone={() => setIsEditing(false)}
        />
      ) : body ? (
        <FactList
          facts={[...MEASURES, 'illnesses' as const, ...WORD_FIELDS].map((field) => ({
            label: CHECK_FIELD_LABELS[field],
            text: checkText(body, field),
            isWide: !MEASURES.some((one) => one === field),
          }))}
        />
      ) : (
        <EmptyState
          title={isOld ? 'Phiếu khám viết theo bản cũ của chương trình' : 'Chưa ghi khám sức khỏe ban đầu'}
          icon={IconStethoscope}
          act={mayEdit && !isOld && <Button onClick={() => setIsEditing(true)}>Ghi kết quả khám</Button>}
        >
          {isOld
            ? 'Phiếu được giữ nguyên như lúc viết, không sửa ở đây.'
            : 'Người vào cơ sở được khám sơ bộ khi tiếp nhận (NĐ 163/2026 Điều 108; NĐ 116/2021 Điều 55).'}
        </EmptyState>
      )}
    </Panel>
  )
}
