import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { SESSION_KIND_LABELS, SESSION_KINDS, type SessionKind } from '#domain/care/sessions.ts'
import type { CareGroup } from '#domain/contract/care-sessions.ts'
import { formatDay } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { CareNav } from './care-nav.tsx'
import { PeoplePicker } from './people-picker.tsx'
import classes from './care.module.css'

/** Standing groups and classes; people to be kept apart are not enrolled together. */
export function GroupsPage() {
  const desk = useDesk()
  const [opened, setOpened] = useState<string | null>(null)
  const [isAdding, setIsAdding] = useState(false)
  const groups = useQuery(api.careSessions.groups.queryOptions({ input: {} }))
  const mayEdit = desk?.permissions.includes('care.edit') ?? false
  const rows = groups.data?.groups ?? []
  return (
    <>
      <PageHeader
        title="Nhóm, lớp"
        back={{ href: '/quy-trinh', label: 'Quy trình' }}
        acts={
          mayEdit && (
            <Button
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => setIsAdding(true)}
            >
              Mở nhóm, lớp
            </Button>
          )
        }
      />
      <div className={classes.stack}>
        <CareNav />
        <Panel>
          {groups.isError && <p role="alert">{toHubError(groups.error).message}</p>}
          {groups.data && rows.length === 0 && (
            <EmptyState title="Chưa có nhóm, lớp nào">
              Mở nhóm rồi xếp người; mỗi buổi của nhóm lấy sẵn danh sách.
            </EmptyState>
          )}
          <ul className={classes.items} aria-label="Nhóm, lớp">
            {rows.map((group) => (
              <li key={group.id} className={classes.item}>
                <span className={classes.head}>
                  <b>{group.name}</b>
                  {group.closedOn !== null && (
                    <ToneChip tone="ended" text={`đóng ${formatDay(group.closedOn)}`} />
                  )}
                </span>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${group.members} người: ${group.name}`}
                  aria-expanded={opened === group.id}
                  onClick={() => setOpened(opened === group.id ? null : group.id)}
                >
                  {group.members} người
                </Button>
                <span className={classes.note}>
                  {SESSION_KIND_LABELS[group.kind]} · mở {formatDay(group.openedOn)}
                  {group.leader !== null && ` · ${group.leader}`}
                </span>
                {opened === group.id && (
                  <div className={classes.wide}>
                    <Members group={group} mayEdit={mayEdit && group.closedOn === null} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Mở nhóm, lớp" size={560}>
        {isAdding && <GroupForm onDone={() => setIsAdding(false)} />}
      </Dialog>
    </>
  )
}

function Members({ group, mayEdit }: { group: CareGroup; mayEdit: boolean }) {
  const queryClient = useQueryClient()
  const found = useQuery(api.careSessions.group.queryOptions({ input: { id: group.id } }))
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [isClosing, setIsClosing] = useState(false)
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.careSessions.key() })
  const enrol = useMutation({
    mutationFn: (stayIds: string[]) => hub.careSessions.enrol({ groupId: group.id, stayIds }),
    onSuccess: async ({ added }) => {
      showNotice(`Đã đưa ${added} người vào ${group.name}.`)
      setChosen(null)
      await refresh()
    },
  })
  const leave = useMutation({
    mutationFn: (stayId: string) => hub.careSessions.leave({ groupId: group.id, stayId }),
    onSuccess: refresh,
  })
  const close = useMutation({
    mutationFn: (reason: string) =>
      hub.careSessions.closeGroup({ id: group.id, version: group.version, reason }),
    onSuccess: async () => {
      setIsClosing(false)
      await refresh()
    },
  })
  return (
    <div className={classes.stack}>
      {found.data && found.data.clashes.length > 0 && (
        <div className={classes.warning} role="note">
          {found.data.clashes.map(({ reason }) => (
            <div key={reason}>{reason}</div>
          ))}
        </div>
      )}
      <ul className={classes.items} aria-label={`Người của ${group.name}`}>
        {found.data?.people.map((one) => (
          <li key={one.memberId} className={classes.item}>
            <span className={classes.head}>
              <InnerLink href={personHref(one.personId, 'quy-trinh')}>{one.name}</InnerLink>
              <span className={classes.note}>
                {one.zoneName} {one.bedCode} · từ {formatDay(one.fromOn)}
              </span>
              {one.isOut && <ToneChip tone="away" quiet text="đang ở ngoài" />}
            </span>
            {mayEdit && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                aria-label={`Đưa ra khỏi nhóm: ${one.name}`}
                onClick={() => leave.mutate(one.stayId)}
              >
                Đưa ra
              </Button>
            )}
          </li>
        ))}
      </ul>
      {enrol.isError && (
        <div role="alert" className={classes.problem}>
          {(toHubError(enrol.error).details.problems ?? []).map(({ message }) => (
            <div key={message}>{message}</div>
          ))}
        </div>
      )}
      {mayEdit && chosen !== null && <PeoplePicker chosen={chosen} onChange={setChosen} />}
      {mayEdit && (
        <div className={classes.acts}>
          {chosen === null ? (
            <Button variant="default" onClick={() => setChosen(new Set())}>
              Xếp thêm người
            </Button>
          ) : (
            <Button
              disabled={chosen.size === 0}
              loading={enrol.isPending}
              onClick={() => enrol.mutate([...chosen])}
            >
              Xếp {chosen.size} người vào nhóm
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={() => setIsClosing(true)}>
            Đóng nhóm
          </Button>
        </div>
      )}
      <ConfirmAct
        opened={isClosing}
        onClose={() => setIsClosing(false)}
        title={`Đóng ${group.name}?`}
        act="Đóng nhóm"
        reason={{ label: 'Lý do', required: true }}
        busy={close.isPending}
        problem={close.isError && toHubError(close.error).message}
        onConfirm={(reason) => close.mutate(reason)}
      >
        Nhóm không nhận thêm người và buổi mới; các buổi đã có còn nguyên.
      </ConfirmAct>
    </div>
  )
}

function GroupForm({ onDone }: { onDone: () => void }) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [name, setName] = useState('')
  const [kind, setKind] = useState<SessionKind>('literacy')
  const [leader, setLeader] = useState('')
  const saving = useSave((input: Parameters<typeof hub.careSessions.openGroup>[0], key) =>
    hub.careSessions.openGroup(input, { context: { key } }),
  )
  async function save() {
    if (!(await saving.send({ id, name, kind, leader }))) return
    await queryClient.invalidateQueries({ queryKey: api.careSessions.key() })
    showNotice(`Đã mở ${name}.`)
    onDone()
  }
  return (
    <DenseForm
      label="Mở nhóm, lớp"
      saveLabel="Mở nhóm, lớp"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={name !== ''}
      problem={saving.problem}
    >
      <TextRow
        label="Tên"
        required
        error={saving.errors['name']}
        maxLength={120}
        value={name}
        onChange={setName}
      />
      <FormRow label="Loại" required error={saving.errors['kind']}>
        {(control) => (
          <CodeSelect
            {...control}
            codes={SESSION_KINDS}
            labels={SESSION_KIND_LABELS}
            value={kind}
            onChange={setKind}
          />
        )}
      </FormRow>
      <TextRow label="Người phụ trách" maxLength={120} value={leader} onChange={setLeader} />
    </DenseForm>
  )
}
