import { IconClock } from '@tabler/icons-react'
import { useMemo } from 'react'
import { TERM_REGIME_LABELS } from '#domain/stay/track.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { DayRow, NumberRow, TextRow } from '#renderer/features/intake/intake-rows.tsx'
import { IntakeSection } from '#renderer/features/intake/intake-section.tsx'
import { useIntake, useIntakeStore } from '#renderer/features/intake/intake-store.ts'
import { useClockRules } from '#renderer/features/rules/use-clock-rules.ts'
import { termOfForm } from '#renderer/features/intake/term-of-form.ts'
import { Button } from '@mantine/core'
import classes from './intake.module.css'

/** The decision and the term it makes, computed while it is typed. */
export function TermSection() {
  const store = useIntakeStore()
  const track = useIntake((form) => form.track)
  const startOn = useIntake((form) => form.startOn)
  const today = dayOf(useHubNow())
  const isHeld = track === 'held'
  return (
    <IntakeSection step="term" number={4} title="Quyết định và thời hạn">
      <div className={classes.cols}>
        {isHeld ? (
          <DayRow
            label="Giao quản lý từ"
            path="stay.heldFrom"
            field="heldFrom"
            hint="Ngày ký quyết định giao quản lý (Mẫu 32). Số và nơi ban hành ghi ở mục 3."
          />
        ) : (
          <>
            <TextRow
              label="Số quyết định"
              path="stay.decision.number"
              field="decisionNumber"
              maxLength={80}
              placeholder="15/2026/QĐ-TA"
            />
            <DayRow label="Ngày quyết định" path="stay.decision.on" field="decisionOn" />
            <TextRow
              label="Nơi ban hành"
              path="stay.decision.issuer"
              field="decisionIssuer"
              placeholder={track === 'voluntary' ? 'Công an xã, phường…' : 'Tòa án nhân dân khu vực…'}
            />
            <DayRow
              label="Bắt đầu tính từ"
              path="stay.startOn"
              field="startOn"
              hint={
                startOn === null && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    data-walk
                    onClick={() => {
                      store.set({ startOn: today, startSource: 'Ngày tiếp nhận' })
                      store.forget('stay.startOn')
                    }}
                  >
                    Từ ngày tiếp nhận, {formatDay(today)}
                  </Button>
                )
              }
            />
            <TextRow
              label="Căn cứ ngày"
              path="stay.startSource"
              field="startSource"
              placeholder="Ngày tiếp nhận, theo quyết định…"
            />
            <NumberRow
              label="Số tháng"
              path="stay.termMonths"
              field="termMonths"
              suffix=" tháng"
              hint="Để trống nếu theo số lần cai nghiện."
            />
            <DayRow
              label="Đã quản lý từ"
              path="stay.heldFrom"
              field="heldFrom"
              hint="Nếu ở cơ sở trong khi lập hồ sơ: các ngày đó được trừ."
            />
          </>
        )}
      </div>
      <TermLine />
    </IntakeSection>
  )
}

function TermLine() {
  const facts = useIntake((form) =>
    JSON.stringify({
      track: form.track,
      decisionOn: form.decisionOn,
      startOn: form.startOn,
      termMonths: form.termMonths,
      ordinal: form.ordinal,
      heldFrom: form.heldFrom,
      birth: form.birth,
    }),
  )
  const rules = useClockRules()
  const clock = useMemo(
    () => rules && termOfForm(JSON.parse(facts) as Parameters<typeof termOfForm>[0], rules),
    [facts, rules],
  )
  if (clock === null) return null
  return (
    <output className={classes.term} aria-label="Thời hạn">
      <IconClock size={16} stroke={1.75} aria-hidden />
      <span>
        <b>
          {clock.endOn === null
            ? 'Chưa tính được ngày hết thời hạn'
            : `Hết thời hạn ${formatDay(clock.endOn)}`}
        </b>
        {clock.termMonths !== null && ` · ${clock.termMonths} tháng`}
        {clock.regime !== null && ` · ${TERM_REGIME_LABELS[clock.regime]}`}
        <ul className={classes.whyLines} aria-label="Vì sao">
          {clock.lines.map((line) => (
            <li key={line.label}>
              {line.label} {line.note} <span className={classes.dim}>{line.source}</span>
            </li>
          ))}
          {clock.problems.map((problem) => (
            <li key={problem.code}>{problem.message}</li>
          ))}
        </ul>
      </span>
    </output>
  )
}
