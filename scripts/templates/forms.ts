import type { Document } from 'docx'
import { editionOf, type EditionId } from '#domain/documents/form-editions.ts'
import { councilMinutes, disciplineChange, disciplineDecision, rewardDecision } from './conduct-forms.ts'
import { campaignReport, cashCheck, reintegrationPlan, returnMinutes } from './exit-and-house-forms.ts'
import { escapeNotice, searchDecision, searchSheet } from './escape-forms.ts'
import { INCIDENT_BLOCKS, isIncidentEdition } from './incident-forms.ts'
import { page } from './layout.ts'
import {
  leaveApplication,
  leaveDecision,
  outingHandOver,
  outOrder,
  suspensionProposal,
} from './outing-forms.ts'
import { depositReceipt, handOver, informationSheet, rehabPlan } from './stay-forms.ts'
import type { Block } from './tables.ts'

const GROUND_DECISION = 'Căn cứ Quyết định số {so_quyet_dinh} ngày {ngay_quyet_dinh} của {co_quan_quyet_dinh}'

function blocksOf(id: EditionId): Block[] {
  if (isIncidentEdition(id)) return INCIDENT_BLOCKS[id]()
  switch (id) {
    case 'd163-42':
      return handOver({
        about: 'Giao nhận người vào cơ sở cai nghiện ma túy công lập',
        ground: `${GROUND_DECISION} về việc đưa vào cơ sở cai nghiện bắt buộc, thời hạn {thoi_han};`,
        person: 'người vào cơ sở cai nghiện ma túy công lập',
      })
    case 'd163-31-tu-nguyen':
      return handOver({
        about: 'Giao nhận hồ sơ, người cai nghiện ma túy tự nguyện',
        ground: `${GROUND_DECISION} về việc cai nghiện ma túy tự nguyện;`,
        person: 'hồ sơ và người cai nghiện ma túy tự nguyện',
      })
    case 'd163-31-lap-ho-so':
      return handOver({
        about: 'Giao nhận hồ sơ, người được giao quản lý trong thời gian lập hồ sơ',
        ground: `${GROUND_DECISION} về việc giao quản lý trong thời gian lập hồ sơ đề nghị đưa vào cơ sở cai nghiện bắt buộc;`,
        person: 'hồ sơ và người được giao quản lý trong thời gian lập hồ sơ',
      })
    case 'd116-40':
      return handOver({
        about: 'Giao nhận người vào cơ sở cai nghiện bắt buộc',
        ground: `${GROUND_DECISION} về việc đưa vào cơ sở cai nghiện bắt buộc, thời hạn {thoi_han};`,
        person: 'người vào cơ sở cai nghiện bắt buộc',
      })
    case 'd116-37':
      return handOver({
        about: 'Giao nhận người được quản lý trong thời gian lập hồ sơ',
        ground: `${GROUND_DECISION} về việc giao quản lý trong thời gian lập hồ sơ đề nghị đưa vào cơ sở cai nghiện bắt buộc;`,
        person: 'người được quản lý trong thời gian lập hồ sơ',
      })
    case 'd163-17':
    case 'd116-19':
      return informationSheet()
    case 'd163-18':
    case 'd116-20':
      return rehabPlan()
    case 'bien-nhan-luu-ky':
      return depositReceipt()
    case 'd163-48':
    case 'd116-48':
      return leaveApplication()
    case 'd163-49':
    case 'd116-49':
      return leaveDecision()
    case 'd163-23-chiu-tang':
    case 'd116-chiu-tang':
      return outingHandOver('Giao nhận người về chịu tang', 'người về chịu tang')
    case 'd163-47':
    case 'd116-45':
      return outOrder()
    case 'd163-42-trich-xuat':
    case 'd116-trich-xuat':
      return outingHandOver(
        'Giao nhận người tạm thời đưa ra khỏi cơ sở',
        'người tạm thời đưa ra khỏi cơ sở theo yêu cầu',
      )
    case 'd163-46':
    case 'd116-43':
      return suspensionProposal()
    case 'd163-43':
    case 'd116-truy-tim':
      return searchDecision()
    case 'phieu-anh-truy-tim':
      return searchSheet()
    case 'd163-thong-bao-bo-tron':
    case 'd116-thong-bao-bo-tron':
      return escapeNotice()
    case 'd163-19':
    case 'd116-21':
      return reintegrationPlan()
    case 'bien-ban-tra-luu-ky':
      return returnMinutes()
    case 'bao-cao-dot-hoat-dong':
      return campaignReport()
    case 'bien-ban-kiem-quy':
      return cashCheck()
    case 'bien-ban-hoi-dong':
      return councilMinutes()
    case 'qd-ky-luat':
      return disciplineDecision()
    case 'qd-thi-hanh-ky-luat':
      return disciplineChange()
    case 'qd-khen-thuong':
      return rewardDecision()
  }
}

/** The template of an edition, ready to be written. */
export function templateOf(id: EditionId): Document {
  return page(editionOf(id).title, blocksOf(id))
}
