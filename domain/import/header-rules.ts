import { foldName } from '#domain/names/fold-name.ts'
import { tidyText } from '#domain/names/tidy-name.ts'
import { matchEnglishHeader } from './english-headers.ts'
import type { ImportField } from './import-fields.ts'

/** How sure a header names a field: 1 when its wording says just that, less when it only contains it. */
export interface HeaderMatch {
  field: ImportField
  confidence: number
}

/**
 * A header as the rules read it: old fonts decoded, no tones, no brackets or punctuation, single spaces.
 * `nam` is also how "năm" folds: alone or after "sinh", the year stays apart as `nawm`.
 */
function headerWords(text: string): string {
  const words = foldName(tidyText(text).text.slice(0, 200).replace(/năm/giu, 'nawm'))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return /^(?:.* sinh )?nawm$/.test(words) ? words : words.replace(/nawm/g, 'nam')
}

const QD = '(?:quyet dinh|qd)'
const ACT = '(?:ngay|thoi gian|thoi diem|ngay thang|ngay thang nam)'

/**
 * Wordings of each field, the most telling first: the first rule that matches decides. `sure` matches the whole
 * header; `likely` any part of it.
 */
const RULES: { field: ImportField; sure?: RegExp; likely?: RegExp }[] = [
  { field: 'order', sure: /^(?:stt|tt|so thu tu|so tt|no|thu tu)$/ },
  {
    field: 'alias',
    sure: /^(?:ten goi khac|bi danh|ten thuong goi|biet danh|ten khac|ho va ten goi khac)$/,
    likely: /^(?!ho (?:va )?ten\b).*(?:bi danh|biet danh|ten goi khac)/,
  },
  {
    field: 'fatherName',
    sure: /^(?:ho (?:va )?ten |ten )?(?:cha|bo)(?: de)?(?: ho (?:va )?ten)?$/,
    likely: /^(?:ho (?:va )?ten|ten) (?:nguoi )?(?:cha|bo)\b/,
  },
  {
    field: 'motherName',
    sure: /^(?:ho (?:va )?ten |ten )?me(?: de)?(?: ho (?:va )?ten)?$/,
    likely: /^(?:ho (?:va )?ten|ten) (?:nguoi )?me\b/,
  },
  {
    field: 'spouseName',
    sure: /^(?:ho (?:va )?ten |ten )?(?:vo|chong|vo chong|vo hoac chong)$/,
    likely: /^(?:ho (?:va )?ten|ten) (?:vo|chong)\b/,
  },
  {
    field: 'familyName',
    sure: /^(?:ho|ho dem|ho lot|ho va (?:ten )?(?:dem|lot)|ho (?:ten )?dem|ho va chu lot|ho chu lot)$/,
  },
  {
    field: 'name',
    sure: /^(?:ho (?:va )?ten|ho va ten|ten|ho ten (?:hoc vien|doi tuong|nguoi cai nghien|nguoi nghien|benh nhan)|ho va ten (?:hoc vien|doi tuong|nguoi cai nghien|nguoi nghien|benh nhan|khai sinh)|ten (?:hoc vien|doi tuong|nguoi cai nghien|day du)|hoc vien|ho chu dem va ten|ho ten khai sinh|nguoi cai nghien|doi tuong cai nghien)$/,
    likely: /^ho (?:va )?(?:chu dem va )?ten\b|\bho (?:va )?ten$|^ten hoc vien|^hoc vien\b(?!.*(?:ngay|so))/,
  },
  {
    field: 'decisionBy',
    sure: new RegExp(
      `^(?:co quan|don vi|toa an|noi|cap|tham quyen|nguoi)(?: co tham quyen)?(?: (?:ra|ban hanh|ky|cap))? ${QD}$|^(?:toa an|co quan ra|co quan ban hanh|noi ban hanh|co quan ky|don vi ra qd|tand)$`,
    ),
    likely: new RegExp(
      `(?:co quan|toa an|don vi|noi)\\b.*${QD}|${QD}.*(?:co quan|toa an|noi ra|noi ban hanh|nguoi ky)`,
    ),
  },
  {
    field: 'decisionNumber',
    sure: new RegExp(
      `^(?:so ${QD}|${QD} so|so ngay ${QD}|so va ngay ${QD}|${QD}|so ${QD} ngay(?: thang(?: nam)?)?|so hieu ${QD}|so ${QD} cua toa(?: an)?|${QD} cai nghien|${QD} toa an)$`,
    ),
    likely: new RegExp(`\\bso\\b.*${QD}|${QD}.*\\bso\\b|^${QD}(?!.*(?:ngay|thoi han|han))`),
  },
  {
    field: 'expectedEndOn',
    sure: /^(?:(?:ngay|thoi gian|du kien|ngay du kien) (?:het han|ra|ve|het thoi han|hoan thanh|ra trai|tai hoa nhap|ket thuc|man han|thanh ly|ra co so|het hop dong)|het han|ngay het han (?:qd|quyet dinh)|du kien ve)$/,
    likely: /(?:ngay|du kien|thoi gian).*(?:het han|ra ve|hoan thanh|tai hoa nhap|man han)/,
  },
  {
    field: 'decisionOn',
    sure: new RegExp(`^${ACT} (?:ra |ky |ban hanh |cua )?${QD}$|^${QD} ${ACT}$|^ngay (?:ky|ban hanh)$`),
    likely: new RegExp(`(?:ngay|thoi gian).*${QD}|${QD}.*ngay`),
  },
  {
    field: 'idIssuedOn',
    sure: /^ngay cap(?: (?:cccd|cmnd|can cuoc|giay to))?$/,
    likely: /(?:cccd|cmnd|can cuoc|giay to).*ngay cap|ngay cap/,
  },
  {
    field: 'idIssuedBy',
    sure: /^(?:noi|co quan) cap(?: (?:cccd|cmnd|can cuoc|giay to))?$/,
    likely: /(?:cccd|cmnd|can cuoc|giay to).*noi cap|noi cap/,
  },
  {
    field: 'idNumber',
    sure: /^(?:so )?(?:cccd|cmnd|cmt|cmtnd|can cuoc(?: cong dan)?|cccd cmnd|cmnd cccd|dinh danh(?: ca nhan)?|chung minh(?: nhan dan| thu)?|giay to(?: tuy than)?|cc|ddcn|id|the can cuoc|cccd cc|so dinh danh)$/,
    likely:
      /\b(?:cccd|cmnd|cmt|cmtnd|can cuoc|dinh danh|chung minh nhan dan|chung minh thu|giay to tuy than)\b/,
  },
  { field: 'birthDate', sure: /^.+ sinh ngay$/ },
  { field: 'birthMonth', sure: /^.+ sinh thang$/ },
  { field: 'birthYear', sure: /^(?:(?:ngay|ngay thang|ngay thang nam|nam) sinh )?nawm$/ },
  {
    field: 'sexMale',
    sure: /^(?:nam|gioi tinh nam|phai nam|(?:nam|ngay|ngay thang nam|ngay thang) sinh nam)$/,
  },
  {
    field: 'sexFemale',
    sure: /^(?:nu|gioi tinh nu|phai nu|(?:nam|ngay|ngay thang nam|ngay thang) sinh nu)$/,
  },
  {
    field: 'birth',
    sure: /^(?:(?:sinh )?(?:ngay|nam|ngay thang|ngay thang nam|thang nam|nam thang|thoi gian) sinh(?: hoc vien)?|sinh (?:ngay|nam|nawm)|ns|ntns|sinh|ngay nam sinh|ngay sinh nam sinh|tuoi nam sinh|nam sinh tuoi)$/,
    likely: /(?:ngay|nam|thang).*\bsinh\b(?! hoat)|\bsinh (?:ngay|nam)/,
  },
  { field: 'sex', sure: /^(?:gioi tinh|gioi|phai|nam nu|g tinh|gt)$/, likely: /\bgioi tinh\b/ },
  {
    field: 'substance',
    sure: /^(?:(?:loai )?(?:ma tuy|chat ma tuy|chat gay nghien)(?: su dung)?|chat su dung|loai mt|loai ma tuy su dung|loai chat)$/,
    likely: /(?:loai|chat).*(?:ma tuy|gay nghien|mt)\b|ma tuy su dung/,
  },
  {
    field: 'ordinal',
    sure: /^(?:lan (?:cai|cai nghien|thu|vao|cai thu|vao co so)|so lan (?:cai|cai nghien|da cai|vao|cai nghien tai co so)|cai nghien lan(?: thu)?|lan|tien su cai nghien)$/,
    likely: /\blan (?:cai|thu|vao)\b|so lan/,
  },
  {
    field: 'termMonths',
    sure: /^(?:thoi (?:han|gian)(?: (?:cai|cai nghien|chap hanh|qd|quyet dinh|ap dung|hop dong))?(?: bat buoc)?(?: thang)?|so thang(?: cai(?: nghien)?| chap hanh)?|han(?: cai)?(?: thang)?|thoi han theo qd|qd thoi han|quyet dinh thoi han(?: thang)?|t han(?: thang)?|tg cai(?: nghien)?(?: thang)?|thoi han cai nghien thang)$/,
    likely: /\bthoi han\b|\bso thang\b|thoi gian (?:cai|chap hanh)|^muc thoi gian/,
  },
  {
    field: 'receivedOn',
    sure: new RegExp(
      `^(?:${ACT} )?(?:vao|vo|vao ngay|tiep nhan ngay|tiep nhan|nhap trai|vao co so|vao trung tam|vao trai|nhan|den|nhap hoc|vao cai|vao cai nghien|bat dau(?: cai| cai nghien| chap hanh)?|tiep nhan vao co so|chap hanh(?: qd| quyet dinh)?|vao csc?n|vao cs|vao tt|bat dau chap hanh qd|nhap|den co so|nhap vien)$`,
    ),
    likely: /(?:ngay|thoi gian|thoi diem).*(?:\bvao\b|tiep nhan|nhap trai|bat dau|\bnhan\b|\bden\b)/,
  },
  {
    field: 'track',
    sure: /^(?:dien(?: (?:cai nghien|doi tuong|quan ly|cai|hoc vien))?|hinh thuc(?: (?:cai nghien|cai|quan ly))?|doi tuong|loai doi tuong|loai hinh(?: cai nghien)?|loai hoc vien|loai hinh cai|bb tn|phan loai(?: doi tuong)?|bat buoc tu nguyen)$/,
    likely: /\bdien\b(?! thoai)|hinh thuc|doi tuong|loai hinh/,
  },
  {
    field: 'dossierNumber',
    sure: /^(?:(?:so|ma) (?:ho so|hs|hoc vien|hv|doi tuong)|ma|ma so|ho so so|so dang ky|so hieu)$/,
    likely: /\b(?:so|ma) (?:ho so|hs|hoc vien|hv)\b/,
  },
  { field: 'ethnicity', sure: /^(?:dan toc|thanh phan dan toc)$/, likely: /\bdan toc\b/ },
  {
    field: 'education',
    sure: /^(?:trinh do(?: (?:hoc van|van hoa|vh|hv))?|hoc van|van hoa|td ?vh|tdhv|lop)$/,
    likely: /trinh do|hoc van|van hoa/,
  },
  {
    field: 'occupation',
    sure: /^(?:nghe(?: nghiep)?(?: (?:truoc khi|hien nay|chinh).*)?|cong viec)$/,
    likely: /\bnghe nghiep\b/,
  },
  {
    field: 'phone',
    sure: /^(?:(?:so )?(?:dien thoai|sdt)(?: lien he| gia dinh| nguoi than)?|dien thoai lien he)$/,
    likely: /dien thoai|\bsdt\b/,
  },
  {
    field: 'commune',
    sure: /^(?:(?:noi cu tru |dia chi |ho khau |hktt )?(?:xa|phuong|xa phuong|phuong xa|xa phuong thi tran|xa phuong tt|xa tt|phuong xa thi tran|cap xa|xa phuong dac khu))$/,
  },
  {
    field: 'district',
    sure: /^(?:(?:noi cu tru |dia chi |ho khau |hktt )?(?:huyen|quan|quan huyen|huyen quan|huyen tp|huyen thanh pho|huyen thi xa thanh pho|huyen tx tp|huyen thi|cap huyen|quan huyen thi xa|huyen tp tx))$/,
  },
  {
    field: 'province',
    sure: /^(?:(?:noi cu tru |dia chi |ho khau |hktt )?(?:tinh|tinh tp|tinh thanh pho|thanh pho|tinh thanh|cap tinh|tp))$/,
  },
  {
    field: 'address',
    sure: /^(?:dia chi(?: (?:thuong tru|cu tru|noi o|hien nay|ho khau|gia dinh|nha|thon xa))?|noi (?:cu tru|o|thuong tru|dang ky thuong tru|dkhktt|dk hktt|o hien nay|cu tru hien nay|dang ky hktt)|hktt|ho khau(?: thuong tru)?|thuong tru|dkhktt|ho khau tt|dk hktt|dang ky ho khau thuong tru|cho o(?: hien nay)?|noi dk hktt|noi dktt|dktt)$/,
    likely: /dia chi|cu tru|thuong tru|ho khau|hktt|noi o\b|cho o\b/,
  },
  {
    field: 'zone',
    sure: /^(?:khu|phan khu|khu vuc|khu quan ly|dang o khu|khu o|khu phan khu)$/,
    likely: /\b(?:phan )?khu\b/,
  },
  { field: 'bed', sure: /^(?:giuong|so giuong|ma giuong)$/, likely: /\bgiuong\b/ },
  {
    field: 'room',
    sure: /^(?:phong|buong|so phong|phong o|buong o|phong buong)$/,
    likely: /\bphong o\b|\bbuong\b|so phong/,
  },
  { field: 'team', sure: /^(?:to|doi|to doi|doi quan ly|to doi quan ly)$/ },
  { field: 'note', sure: /^(?:ghi chu|chu thich|gc|nhan xet|luu y|chu y)$/, likely: /ghi chu/ },
]

/** `HoVaTen`, `NgaySinh` as programs write headers: a space where a capital begins a word. */
function partedWords(text: string): string {
  return /^[A-Za-z0-9]*[a-z][A-Z][A-Za-z0-9]*$/.test(text.trim())
    ? text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z]{2,})([A-Z][a-z])/g, '$1 $2')
    : text
}

/** The field that a header's wording names; undefined when no rule knows it. */
export function matchHeader(header: string): HeaderMatch | undefined {
  const text = partedWords(header)
  const words = headerWords(text)
  if (words === '' || words.length > 90) return undefined
  // A unit or an explanation in brackets must not hide the wording: "Thời hạn (tháng)", "Diện (BB/TN)".
  const bare = headerWords(text.replace(/[([{].*?[)\]}]/g, ' '))
  for (const rule of RULES) {
    if (rule.sure?.test(words) || (bare !== '' && rule.sure?.test(bare)))
      return { field: rule.field, confidence: 1 }
  }
  const english = matchEnglishHeader(words) ?? (bare === '' ? undefined : matchEnglishHeader(bare))
  if (english !== undefined) return { field: english, confidence: 1 }
  for (const rule of RULES) {
    if (rule.likely?.test(words)) return { field: rule.field, confidence: 0.7 }
  }
  return undefined
}
