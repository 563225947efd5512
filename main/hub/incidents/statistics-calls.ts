import type { z } from 'zod'
import { listZones } from '#db/queries/places/reader.ts'
import {
  preparedShape,
  type incidentStatisticsContract,
  type IncidentStatistics,
  type StatisticsAsked,
} from '#domain/contract/incident-statistics.ts'
import {
  INCIDENT_REPORT_TEMPLATE,
  incidentReportFields,
  type FigureCell,
} from '#domain/documents/incident-report.ts'
import { formatNumber } from '#domain/documents/merge-fields.ts'
import { AppError } from '#domain/errors.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { OUTSIDE_ZONES, OUTSIDE_ZONES_LABEL } from '#domain/incidents/statistics.ts'
import { dayOf } from '#domain/time/instant.ts'
import { centreOn } from '../documents/document-source.ts'
import { factoryTemplate } from '../documents/factory-templates.ts'
import { mergeDocx } from '../documents/merge-docx.ts'
import type { JobHandle } from '../jobs/job-runner.ts'
import type { CallContext, CallUseCases } from '../use-case.ts'
import { sendList } from '../workbook/send-list.ts'
import { figureTables } from './figure-tables.ts'
import { figuresWorkbook } from './figures-workbook.ts'

type Prepared = z.infer<typeof preparedShape>

/** Adds the figures up in the worker of reports, so that no other desk waits. */
async function prepare(
  { hub, actor, now }: CallContext,
  asked: StatisticsAsked,
  { signal, progress }: JobHandle,
) {
  const path = 'incidentStatistics.figures'
  progress(0, 1, 'Tính số liệu')
  const figures = await hub.reports.run('read', { path, input: asked, actor, now }, { signal })
  progress(1, 1)
  return { asked, figures }
}

/** What a work of the actor added up. @throws AppError `not_found`, `rule_violated` while it is not done */
function preparedBy({ hub, actor }: CallContext, jobId: string): Prepared {
  const found = preparedShape.safeParse(hub.jobs.get(actor, jobId).result)
  if (found.success) return found.data
  throw new AppError('rule_violated', 'Số liệu chưa tính xong. Bấm Excel hoặc Word để tính lại.')
}

/** Which zones and kinds the figures are about, in words. */
function scopeOf({ hub }: CallContext, { zones, kinds }: StatisticsAsked): string {
  const names = new Map(listZones(hub.read).map(({ id, name }) => [id, name] as const))
  names.set(OUTSIDE_ZONES, OUTSIDE_ZONES_LABEL)
  const inZones = zones.length === 0 ? 'toàn cơ sở' : zones.map((id) => names.get(id) ?? id).join(', ')
  const ofKinds =
    kinds.length === 0 ? 'mọi loại vụ việc' : kinds.map((kind) => INCIDENT_KIND_LABELS[kind]).join(', ')
  return `${inZones}; ${ofKinds}`
}

function leftOutText({ leftOut, isNarrowed }: IncidentStatistics): string {
  const { duplicates, notIncidents } = leftOut
  const restricted = isNarrowed ? ', các vụ hạn chế người xem' : ''
  return `Không tính ${duplicates} vụ trùng, ${notIncidents} vụ không phải vụ việc${restricted}.`
}

function hoursText(hours: number | null): string {
  return hours === null ? 'chưa có' : `${formatNumber(hours)} giờ`
}

function closingText({ closing }: IncidentStatistics): string {
  if (closing.closed === 0) return 'Chưa vụ nào của kỳ được đóng.'
  const { closed, medianHours, slowHours } = closing
  return (
    `Đã đóng ${formatNumber(closed)} vụ; một nửa đóng trong ${hoursText(medianHours)}, ` +
    `chín phần mười trong ${hoursText(slowHours)} kể từ khi báo.`
  )
}

function overdueText({ late, lateTasks, lateNotice, lateNotices }: IncidentStatistics): string {
  return (
    `${formatNumber(late)} vụ có việc quá hạn (${formatNumber(lateTasks)} việc); ` +
    `${formatNumber(lateNotice)} vụ có thông báo quá hạn (${formatNumber(lateNotices)} thông báo).`
  )
}

function outputOf({ asked, figures }: Prepared) {
  const filter = JSON.stringify(asked)
  return { action: 'incident.statistics-exported', filter, rows: figures.total } as const
}

function factsOf(context: CallContext, { asked, figures }: Prepared): [label: string, value: FigureCell][] {
  const { before, closing } = figures
  return [
    ['Từ ngày', { day: asked.from }],
    ['Đến ngày', { day: asked.to }],
    ['Kỳ trước từ ngày', { day: before.from }],
    ['Kỳ trước đến ngày', { day: before.to }],
    ['Phạm vi', scopeOf(context, asked)],
    ['Số vụ việc trong kỳ', figures.total],
    ['Số vụ việc kỳ trước', figures.totalBefore],
    ['Vụ có việc quá hạn', figures.late],
    ['Việc quá hạn', figures.lateTasks],
    ['Vụ có thông báo quá hạn', figures.lateNotice],
    ['Thông báo quá hạn', figures.lateNotices],
    ['Vụ của kỳ đã đóng', closing.closed],
    ['Giờ đến khi đóng, trung vị', closing.medianHours ?? ''],
    ['Giờ đến khi đóng, 90%', closing.slowHours ?? ''],
    ['Không tính', leftOutText(figures)],
  ]
}

export const incidentStatisticsCalls: CallUseCases<typeof incidentStatisticsContract> = {
  prepare: (context, asked) => ({
    jobId: context.hub.jobs.start(context.hub, context.actor, 'incident-figures', (job) =>
      prepare(context, asked, job),
    ),
  }),
  workbook: async (context, { jobId }) => {
    const prepared = preparedBy(context, jobId)
    const bytes = await figuresWorkbook(prepared.figures, factsOf(context, prepared))
    return sendList(context, { name: 'so-lieu-vu-viec', bytes }, outputOf(prepared))
  },
  report: async (context, { jobId }) => {
    const prepared = preparedBy(context, jobId)
    const { asked, figures } = prepared
    const on = dayOf(context.now)
    const fields = incidentReportFields({
      letterhead: {
        fullNumber: null,
        on,
        centre: centreOn(context.hub.read, on).centre,
        formNumber: null,
        issuedWith: null,
        title: 'Báo cáo tình hình vụ việc',
        copies: [],
      },
      period: { from: asked.from, to: asked.to },
      before: figures.before,
      scope: scopeOf(context, asked),
      total: figures.total,
      totalBefore: figures.totalBefore,
      overdue: overdueText(figures),
      closing: closingText(figures),
      leftOut: leftOutText(figures),
      tables: figureTables(figures),
    })
    const bytes = await mergeDocx(factoryTemplate(INCIDENT_REPORT_TEMPLATE).bytes, fields)
    return sendList(context, { name: 'bao-cao-vu-viec', bytes, ending: 'docx' }, outputOf(prepared))
  },
}
