import type { IncidentStatistics } from '#domain/contract/incident-statistics.ts'
import type { FigureTables } from '#domain/documents/incident-report.ts'
import { formatNumber } from '#domain/documents/merge-fields.ts'
import {
  EXHIBIT_ROUTE_LABELS,
  EXHIBIT_SUBSTANCE_LABELS,
  EXHIBIT_UNIT_LABELS,
} from '#domain/incidents/exhibit.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { INCIDENT_STATE_LABELS } from '#domain/incidents/incident-states.ts'
import { ESCAPE_SLICE_LABELS, INJURY_SLICE_LABELS, WEEKDAY_LABELS } from '#domain/incidents/statistics.ts'
import { dayOf } from '#domain/time/instant.ts'

/** Months of the trend that are written out. */
const MONTHS_WRITTEN = 12
const HOURS_NAMED = 3

type HourCount = IncidentStatistics['weekdays'][number]['hours'][number]

/** The hours with the most, the most first: `22 giờ (4), 21 giờ (3)`. */
function worstHours(hours: readonly HourCount[]): string {
  return hours
    .toSorted((a, b) => b.count - a.count || a.hour - b.hour)
    .slice(0, HOURS_NAMED)
    .map(({ hour, count }) => `${hour} giờ (${count})`)
    .join(', ')
}

/** The figures as tables of words and numbers, for files that leave the program. */
export function figureTables(figures: IncidentStatistics): FigureTables {
  return {
    theo_loai: figures.kinds.map(({ kind, count, before }) => ({
      ten: INCIDENT_KIND_LABELS[kind],
      so_vu: count,
      ky_truoc: before,
      chenh: { change: count - before },
    })),
    dang_mo: figures.standing.map(({ state, count, ages }) => ({
      ten: INCIDENT_STATE_LABELS[state],
      so_vu: count,
      moi: ages['days-0-2'],
      tuan: ages['days-3-7'],
      thang: ages['days-8-30'],
      lau: ages['days-over-30'],
    })),
    thoi_gian: figures.closing.kinds.map(({ kind, closed, medianHours, slowHours }) => ({
      ten: INCIDENT_KIND_LABELS[kind],
      so_vu: closed,
      mot_nua: medianHours ?? '',
      phan_lon: slowHours ?? '',
    })),
    theo_khu: figures.zones.map(({ name, count, hours }) => ({
      ten: name,
      so_vu: count,
      gio_nhieu: worstHours(hours),
    })),
    theo_thu: figures.weekdays.map(({ weekday, count, hours }) => ({
      ten: WEEKDAY_LABELS[weekday - 1] ?? '',
      so_vu: count,
      gio_nhieu: worstHours(hours),
    })),
    theo_thang: figures.months.slice(-MONTHS_WRITTEN).map(({ month, count }) => ({
      ten: { month },
      so_vu: count,
    })),
    tron: figures.escapes.map(({ slice, incidents, people }) => ({
      ten: ESCAPE_SLICE_LABELS[slice],
      so_vu: incidents,
      so_nguoi: people,
    })),
    thuong_tich: figures.injured.map(({ slice, incidents, people }) => ({
      ten: INJURY_SLICE_LABELS[slice],
      so_vu: incidents,
      so_nguoi: people,
    })),
    chat_cam: figures.contraband.map(({ substance, route, incidents, amounts }) => ({
      ten: EXHIBIT_SUBSTANCE_LABELS[substance],
      duong: EXHIBIT_ROUTE_LABELS[route],
      so_vu: incidents,
      luong: amounts
        .map(({ unit, quantity }) => `${formatNumber(quantity)} ${EXHIBIT_UNIT_LABELS[unit]}`)
        .join('; '),
    })),
    lap_lai: figures.repeated.map(({ name, count, last }) => ({
      ten: name,
      so_vu: count,
      gan_nhat: { day: dayOf(last) },
    })),
  }
}
