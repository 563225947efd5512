import { Button } from '@mantine/core'
import { IconBuilding, IconFlask } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useSessionStore } from '#renderer/app/session.ts'
import { RestoreFirst } from '#renderer/features/setup/restore-first.tsx'
import { SetupForm } from '#renderer/features/setup/setup-form.tsx'
import { DemoLogins } from '#renderer/features/sign-in/sign-in-page.tsx'
import { ChoiceCard, ChoiceCards } from '#ui/choice-card.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { JobProgress } from '#ui/job-progress.tsx'
import classes from './first-run.module.css'

const ASK_EVERY_MS = 500

/** The first screen of an empty hub: set the centre up, or look around in a fictitious one. */
export function FirstRunPage() {
  const [choice, setChoice] = useState<'set-up' | 'restore' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isStarting, setIsStarting] = useState(false)
  const status = useQuery({
    ...api.setup.status.queryOptions({ input: {} }),
    refetchInterval: (query) => (query.state.data?.demoWork?.state === 'running' ? ASK_EVERY_MS : false),
  })
  const work = status.data?.demoWork

  async function startDemo() {
    setIsStarting(true)
    setProblem(null)
    try {
      await hub.setup.demo({})
      await status.refetch()
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      setIsStarting(false)
    }
  }

  return (
    <main className={classes.page}>
      <title>Bắt đầu · Nẻo Về</title>
      <div className={classes.column}>
        <div>
          <h1 className={classes.product}>Nẻo Về</h1>
          <p className={classes.lead}>
            Quản lý cơ sở cai nghiện ma túy trên mạng nội bộ của cơ sở. Máy này giữ toàn bộ dữ liệu, đã mã
            hóa; không gửi gì ra Internet.
          </p>
        </div>
        {choice === 'set-up' ? (
          <SetupForm onLeave={() => setChoice(null)} />
        ) : choice === 'restore' ? (
          <RestoreFirst onLeave={() => setChoice(null)} />
        ) : status.data?.isDemo ? (
          <DemoReady />
        ) : work?.state === 'running' ? (
          <div className={classes.work}>
            <JobProgress
              title="Dựng cơ sở dùng thử"
              state={work.state}
              done={work.done}
              {...(work.total === null ? {} : { total: work.total })}
              unit="hồ sơ"
              message={work.step}
            />
            <p className={classes.lead}>Khoảng một phút. Cứ để màn hình này mở.</p>
          </div>
        ) : (
          <>
            {(problem ?? work?.problem) && (
              <ErrorState title="Chưa dựng được dữ liệu mẫu" sentence={problem ?? work?.problem ?? ''} />
            )}
            <ChoiceCards>
              <ChoiceCard
                icon={<IconBuilding size={22} stroke={1.5} aria-hidden />}
                title="Thiết lập cơ sở"
                lead="Dùng thật, với dữ liệu của cơ sở mình."
                facts={[
                  'Khai tên cơ sở và lập tài khoản đầu tiên, khoảng 3 phút.',
                  'Sau đó nhập danh sách Excel đang có, xếp người vào giường.',
                  'Mỗi máy chủ giữ một cơ sở; tên và người đứng đầu sửa được về sau.',
                ]}
              >
                <Button onClick={() => setChoice('set-up')}>Thiết lập cơ sở</Button>
              </ChoiceCard>
              <ChoiceCard
                icon={<IconFlask size={22} stroke={1.5} aria-hidden />}
                title="Dùng thử với dữ liệu mẫu"
                lead="Xem chương trình làm việc ra sao, không có người thật nào trong đó."
                facts={[
                  'Một cơ sở hư cấu: 320 người đang ở, 2.500 lượt đã kết thúc.',
                  'Vào thử bằng mọi vai trò, bấm một lần là được.',
                  'Không chuyển thành cơ sở thật được; muốn dùng thật thì thiết lập trên thư mục dữ liệu khác.',
                ]}
              >
                <Button variant="default" loading={isStarting} onClick={() => void startDemo()}>
                  Dùng thử với dữ liệu mẫu
                </Button>
              </ChoiceCard>
            </ChoiceCards>
            <p className={classes.lead}>
              Máy chủ cũ hỏng, hoặc chuyển sang máy này?{' '}
              <Button size="compact-md" variant="subtle" onClick={() => setChoice('restore')}>
                Phục hồi từ bản sao lưu
              </Button>
            </p>
          </>
        )}
      </div>
    </main>
  )
}

/** The fictitious centre stands: come in by any role. */
function DemoReady() {
  const store = useSessionStore()
  const status = useQuery(api.setup.status.queryOptions({ input: {} }))
  return (
    <>
      <p className={classes.lead}>Cơ sở dùng thử đã sẵn sàng. Chọn vai trò để vào:</p>
      <DemoLogins logins={status.data?.demoLogins ?? []} />
      <div>
        <Button variant="subtle" onClick={() => void store.start()}>
          Đến trang đăng nhập
        </Button>
      </div>
    </>
  )
}
