import type { Problem } from '../errors.ts'
import type { InvolvementRole } from './kind-form.ts'

/** Who takes part in an incident. */
export const INVOLVED_WHO = ['resident', 'staff', 'outsider'] as const
export type InvolvedWho = (typeof INVOLVED_WHO)[number]

export const INVOLVED_WHO_LABELS: Record<InvolvedWho, string> = {
  resident: 'Học viên',
  staff: 'Cán bộ',
  outsider: 'Người ngoài cơ sở',
}

/** Somebody who stands in an incident already. */
export interface Involved {
  id: string
  role: string
  who: InvolvedWho
  /** Record id of the person, or of the account, or the name of somebody without one. */
  subject: string
}

/** May somebody be written in under this role? */
export function judgeInvolvement(
  roles: readonly InvolvementRole[],
  present: readonly Involved[],
  next: Omit<Involved, 'id'>,
): Problem[] {
  const role = roles.find(({ id }) => id === next.role)
  if (role?.who !== next.who) {
    const message = `Loại vụ việc này không có vai trò đó cho ${INVOLVED_WHO_LABELS[next.who].toLocaleLowerCase('vi')}. Chọn vai trò trong danh sách.`
    return [{ code: 'involve-role', message, field: 'role' }]
  }
  const problems: Problem[] = []
  if (role.onlyOne === true && present.some((one) => one.role === role.id)) {
    const message = `Vai trò “${role.label}” chỉ ghi một người. Gỡ người đang ghi trước.`
    problems.push({ code: 'involve-only-one', message, field: 'role' })
  }
  if (present.some((one) => one.who === next.who && one.subject === next.subject && one.role === next.role)) {
    const message = 'Người này đã có trong vụ việc với vai trò đó.'
    problems.push({ code: 'involve-twice', message, field: 'role' })
  }
  return problems
}
