import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { VOTE_LABELS, VOTES, type CouncilMember } from '#domain/conduct-cases/case-kinds.ts'
import classes from './conduct-cases.module.css'

export const NOBODY: CouncilMember = { name: '', title: '', vote: null }

interface MemberRowsProps {
  members: readonly CouncilMember[]
  onChange: (members: CouncilMember[]) => void
  withVotes: boolean
}

/** The members of a council, one per row; Tab goes from name to title to vote. */
export function MemberRows({ members, onChange, withVotes }: MemberRowsProps) {
  const put = (at: number, change: Partial<CouncilMember>) =>
    onChange(members.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <div>
      {members.map((one, at) => (
        <div key={at} className={classes.member} data-plain={withVotes ? undefined : true}>
          <TextInput
            aria-label={`Thành viên ${at + 1}: họ tên`}
            placeholder="Họ và tên"
            maxLength={120}
            value={one.name}
            onChange={(event) => put(at, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Thành viên ${at + 1}: chức vụ`}
            placeholder="Chức vụ"
            maxLength={120}
            value={one.title}
            onChange={(event) => put(at, { title: event.currentTarget.value })}
          />
          {withVotes && (
            <Select
              aria-label={`Thành viên ${at + 1}: biểu quyết`}
              placeholder="Biểu quyết"
              data={VOTES.map((value) => ({ value, label: VOTE_LABELS[value] }))}
              value={one.vote}
              onChange={(value) => put(at, { vote: VOTES.find((known) => known === value) ?? null })}
            />
          )}
          <ActionIcon
            variant="subtle"
            size={32}
            aria-label={`Bỏ thành viên ${at + 1}`}
            onClick={() => onChange(members.filter((_, index) => index !== at))}
          >
            <IconX size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {withVotes && (
        <Button
          size="compact-sm"
          variant="default"
          mr="xs"
          onClick={() => onChange(members.map((one) => ({ ...one, vote: one.vote ?? 'for' })))}
        >
          Những người còn lại đồng ý
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
        onClick={() => onChange([...members, NOBODY])}
      >
        Thêm thành viên
      </Button>
    </div>
  )
}

/** The members written down, without rows left empty. */
export function writtenMembers(members: readonly CouncilMember[]): CouncilMember[] {
  return members.filter(({ name, title }) => name.trim() !== '' || title.trim() !== '')
}
