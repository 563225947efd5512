import {
  IconCircleCheckFilled,
  IconCircleNumber1,
  IconCircleNumber2,
  IconCircleNumber3,
  IconCircleNumber4,
} from '@tabler/icons-react'
import type { Today } from '#domain/contract/today.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './today.module.css'

type Setup = Today['setup']

const STEPS = [
  {
    done: 'hasBeds',
    icon: IconCircleNumber1,
    title: 'Tạo khu, phòng, giường',
    text: 'Có giường thì mới xếp được người và biết còn bao nhiêu chỗ.',
    href: '/khu',
    permission: 'places.edit',
    who: 'Quản trị hệ thống hoặc Trưởng cơ sở',
  },
  {
    done: 'hasPeople',
    icon: IconCircleNumber2,
    title: 'Nhập danh sách cũ',
    text: 'Tệp Excel đang dùng, giữ nguyên cách ghi; dòng sai được nêu rõ trước khi nhập.',
    href: '/nhap-danh-sach',
    permission: 'import.run',
    who: 'Tiếp nhận hoặc Trưởng cơ sở',
  },
  {
    done: 'hasPlaced',
    icon: IconCircleNumber3,
    title: 'Xếp giường',
    text: 'Chọn người chờ xếp, máy gợi ý giường phù hợp và nói rõ vì sao.',
    href: '/khu',
    permission: 'custody.place',
    who: 'Quản lý khu hoặc Trưởng cơ sở',
  },
  {
    done: 'hasMoreUsers',
    icon: IconCircleNumber4,
    title: 'Thêm người dùng',
    text: 'Mỗi cán bộ một tài khoản, đúng vai trò của mình.',
    href: '/quan-tri/nguoi-dung',
    permission: 'users.manage',
    who: 'Quản trị hệ thống',
  },
] as const satisfies readonly { done: keyof Setup; permission: Permission; [key: string]: unknown }[]

/** True while a new centre is not yet at work: there is nobody in a bed. */
export function isBeingSetUp(setup: Setup): boolean {
  return !setup.hasBeds || !setup.hasPeople || !setup.hasPlaced
}

/** What to do next in a new centre, step by step. */
export function SetupSteps({ setup, permissions }: { setup: Setup; permissions: readonly Permission[] }) {
  const next = STEPS.find((step) => !setup[step.done])
  return (
    <Panel
      title="Bắt đầu sử dụng"
      aside={`${STEPS.filter((step) => setup[step.done]).length}/${STEPS.length} việc đã xong`}
    >
      <ol className={classes.steps}>
        {STEPS.map((step) => {
          const isDone = setup[step.done]
          const Icon = isDone ? IconCircleCheckFilled : step.icon
          const mayDo = permissions.includes(step.permission)
          return (
            <li key={step.title} data-done={isDone || undefined} data-next={step === next || undefined}>
              <Icon size={22} stroke={1.5} aria-hidden />
              <span className={classes.stepTitle}>
                {mayDo ? <InnerLink href={step.href}>{step.title}</InnerLink> : step.title}
                {isDone && <span className={classes.stepState}> – đã xong</span>}
              </span>
              <span className={classes.stepText}>
                {step.text}
                {!mayDo && !isDone && ` Người làm: ${step.who}.`}
              </span>
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
