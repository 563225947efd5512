import { listZones } from '#db/queries/places/reader.ts'
import type {
  incidentStatisticsContract,
  IncidentStatistics,
  StatisticsAsked,
} from '#domain/contract/incident-statistics.ts'
import { INCIDENT_REPORT_TEMPLATE, incidentReportFields } from '#domain/documents/incident-report.ts'
import { formatNumber } from '#domain/documents/merge-fields.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { OUTSIDE_ZONES, OUTSIDE_ZONES_LABEL } from '#domain/incidents/statistics.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { centreOn } from '../documents/document-source.ts'
import { factoryTemplate } from '../documents/factory-templates.ts'
import { mergeDocx } from '../documents/merge-docx.ts'
import type { CallContext, CallUseCases } from '../use-case.ts'
import { sendList } from '../workbook/send-list.ts'
import { figureTables } from './figure-tables.ts'
import { figuresWorkbook } from './figures-workbook.ts'

/** The figures, added up by the worker of reports so that no other desk waits. */
async function figuresFor({ hub, actor, now, signal }: CallContext, asked: StatisticsAsked) {
  const path = 'incidentStatistics.figures'
  const found = await hub.reports.run('read', { path, input: asked, actor, now }, signal ? { signal } : {})
  return found as IncidentStatistics
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

function outputOf(asked: StatisticsAsked, { total }: IncidentStatistics) {
  return { action: 'incident.statistics-exported', filter: JSON.stringify(asked), rows: total } as const
}

export const incidentStatisticsCalls: CallUseCases<typeof incidentStatisticsContract> = {
  workbook: async (context, asked) => {
    const figures = await figuresFor(context, asked)
    const { before } = figures
    const bytes = await figuresWorkbook(figures, [
      ['Kỳ', `${formatDay(asked.from)}–${formatDay(asked.to)}`],
      ['Kỳ trước', `${formatDay(before.from)}–${formatDay(before.to)}`],
      ['Phạm vi', scopeOf(context, asked)],
      ['Số vụ việc trong kỳ', figures.total],
      ['Số vụ việc kỳ trước', figures.totalBefore],
      ['Vụ có việc quá hạn', figures.late],
      ['Việc quá hạn', figures.lateTasks],
      ['Vụ có thông báo quá hạn', figures.lateNotice],
      ['Thông báo quá hạn', figures.lateNotices],
      ['Vụ của kỳ đã đóng', figures.closing.closed],
      ['Giờ đến khi đóng, trung vị', figures.closing.medianHours ?? ''],
      ['Giờ đến khi đóng, 90%', figures.closing.slowHours ?? ''],
      ['Không tính', leftOutText(figures)],
    ])
    return sendList(context, { name: 'so-lieu-vu-viec', bytes }, outputOf(asked, figures))
  },
  report: async (context, asked) => {
    const figures = await figuresFor(context, asked)
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
    return sendList(context, { name: 'bao-cao-vu-viec', bytes, ending: 'docx' }, outputOf(asked, figures))
  },
}
