import { ActionIcon, Button, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconUsersGroup, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Team } from '#domain/contract/teams.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { useAct } from '#renderer/features/shifts/use-act.ts'
import classes from '#renderer/features/shifts/shifts.module.css'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { TextRow } from '#ui/text-row.tsx'

interface StaffChoice {
  userId: string
  name: string
}

/** Teams of residents, each with the one staff member responsible (ZONE-07). */
export function TeamsTab({ mayEdit }: { mayEdit: boolean }) {
  const teams = useQuery(api.teams.list.queryOptions({ input: {} }))
  const [selected, setSelected] = useState<string | null>(null)
  const [editing, setEditing] = useState<Team | 'new' | null>(null)
  if (teams.error) {
    return <ErrorState title="Chưa tải được các tổ" sentence={toHubError(teams.error).message} />
  }
  const list = teams.data?.teams ?? []
  const open = list.find(({ id }) => id === selected) ?? list[0]
  const staff = teams.data?.staff ?? []
  return (
    <>
      {teams.data && (
        <p className={classes.dim}>
          {teams.data.rule.text} ({teams.data.rule.article}). Còn {formatNumber(teams.data.without)} học viên
          chưa vào tổ nào.
        </p>
      )}
      <div className={classes.teams}>
        <Panel
          title="Tổ"
          flush
          aside={
            mayEdit && (
              <Button
                size="compact-sm"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => setEditing('new')}
              >
                Lập tổ
              </Button>
            )
          }
        >
          {teams.data && list.length === 0 ? (
            <EmptyState icon={IconUsersGroup} title="Chưa có tổ nào">
              Lập tổ, chọn cán bộ phụ trách, rồi xếp học viên vào.
            </EmptyState>
          ) : (
            <table className={classes.table}>
              <caption className={classes.hidden}>Các tổ</caption>
              <thead>
                <tr>
                  <th scope="col">Tổ</th>
                  <th scope="col">Cán bộ phụ trách</th>
                  <th scope="col">Người</th>
                  <th scope="col">Căn cứ xếp</th>
                </tr>
              </thead>
              <tbody>
                {list.map((team) => (
                  <tr key={team.id} data-selected={team.id === open?.id || undefined}>
                    <th scope="row">
                      <button
                        type="button"
                        className={classes.nameButton}
                        onClick={() => setSelected(team.id)}
                      >
                        {team.name}
                      </button>
                    </th>
                    <td>{team.responsibleName}</td>
                    <td>{formatNumber(team.members)}</td>
                    <td className={classes.dim}>{team.purpose}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Panel>
        {open && <Members key={open.id} team={open} mayEdit={mayEdit} onEdit={() => setEditing(open)} />}
      </div>
      <Dialog
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === 'new' ? 'Lập tổ' : 'Sửa tổ'}
      >
        {editing !== null && (
          <TeamForm team={editing === 'new' ? null : editing} staff={staff} onDone={() => setEditing(null)} />
        )}
      </Dialog>
    </>
  )
}

function Members({ team, mayEdit, onEdit }: { team: Team; mayEdit: boolean; onEdit: () => void }) {
  const act = useAct()
  const members = useQuery(api.teams.members.queryOptions({ input: { teamId: team.id } }))
  const list = members.data?.members ?? []
  return (
    <Panel
      title={`${team.name}: ${formatNumber(team.members)} học viên`}
      aside={
        mayEdit && (
          <span className={classes.tools}>
            <Button size="compact-sm" variant="default" onClick={onEdit}>
              Sửa
            </Button>
            {list.length === 0 && members.data && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() =>
                  void act(
                    () => hub.teams.close({ id: team.id, version: team.version }),
                    `Đã giải thể ${team.name}.`,
                  )
                }
              >
                Giải thể
              </Button>
            )}
          </span>
        )
      }
    >
      {mayEdit && <AddMember teamId={team.id} />}
      <ul className={classes.list}>
        {list.map((one) => (
          <li key={one.id}>
            <PersonName fullName={one.name} birthYear={birthYearOf(one)} href={personHref(one.personId)} />
            <span className={classes.tools}>
              <span className={classes.dim}>{one.bedCode}</span>
              {mayEdit && (
                <ActionIcon
                  variant="subtle"
                  aria-label={`Đưa ${one.name} ra khỏi tổ`}
                  onClick={() => void act(() => hub.teams.take({ stayId: one.stayId }))}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              )}
            </span>
          </li>
        ))}
        {members.data && list.length === 0 && <li className={classes.dim}>Tổ chưa có ai.</li>}
      </ul>
    </Panel>
  )
}

function AddMember({ teamId }: { teamId: string }) {
  const act = useAct()
  const [words, setWords] = useState('')
  const [text] = useDebouncedValue(words, 150)
  const hits = useQuery(
    api.people.search.queryOptions({
      input: { text },
      enabled: text.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Select
      aria-label="Thêm học viên vào tổ"
      placeholder="Thêm: gõ tên, số hồ sơ hoặc giường"
      searchable
      searchValue={words}
      onSearchChange={setWords}
      filter={({ options }) => options}
      nothingFoundMessage={words.trim() === '' ? null : 'Không tìm thấy ai'}
      data={(hits.data?.present ?? []).flatMap((hit) =>
        hit.stayId === null
          ? []
          : [
              {
                value: hit.stayId,
                label: [hit.name, birthYearOf(hit), hit.bedCode].filter(Boolean).join(' · '),
              },
            ],
      )}
      value={null}
      onChange={(stayId) => {
        if (stayId === null) return
        setWords('')
        void act(() => hub.teams.put({ teamId, stayIds: [stayId] }))
      }}
    />
  )
}

function TeamForm({
  team,
  staff,
  onDone,
}: {
  team: Team | null
  staff: readonly StaffChoice[]
  onDone: () => void
}) {
  const queryClient = useQueryClient()
  const [id] = useState(() => team?.id ?? crypto.randomUUID())
  const [name, setName] = useState(team?.name ?? '')
  const [purpose, setPurpose] = useState(team?.purpose ?? '')
  const [responsibleId, setResponsibleId] = useState(team?.responsibleId ?? null)
  const saving = useSave(
    (said: { id: string; name: string; purpose: string; responsibleId: string }, key: string) =>
      team
        ? hub.teams.change({ ...said, version: team.version }, { context: { key } })
        : hub.teams.add(said, { context: { key } }),
  )

  async function save() {
    if (responsibleId === null) {
      saving.setErrors({ responsibleId: 'Chọn cán bộ phụ trách: mỗi tổ có một người.' })
      return
    }
    const isSaved = await saving.send({ id, name, purpose, responsibleId })
    await queryClient.invalidateQueries({ queryKey: api.teams.key() })
    if (isSaved) onDone()
  }

  return (
    <DenseForm
      label={team ? 'Sửa tổ' : 'Lập tổ'}
      saveLabel={team ? 'Lưu tổ' : 'Lập tổ'}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={name !== (team?.name ?? '')}
      problem={saving.clash ? 'Người khác vừa sửa tổ này. Đóng và mở lại để xem.' : saving.problem}
    >
      <TextRow
        label="Tên tổ"
        required
        error={saving.errors['name']}
        isFirst
        maxLength={80}
        value={name}
        onChange={setName}
      />
      <FormRow label="Cán bộ phụ trách" required error={saving.errors['responsibleId']}>
        {(control) => (
          <Select
            {...control}
            searchable
            data={staff.map((one) => ({ value: one.userId, label: one.name }))}
            value={responsibleId}
            onChange={setResponsibleId}
          />
        )}
      </FormRow>
      <TextRow
        label="Căn cứ xếp tổ"
        hint="Thời hạn, nhân thân, sức khỏe, giới tính, độ tuổi…"
        maxLength={300}
        value={purpose}
        onChange={setPurpose}
      />
    </DenseForm>
  )
}
