/** Books in which documents are numbered from 1 each year (NĐ 30/2020/NĐ-CP Phụ lục I, phần II, mục 3). */
export const DOCUMENT_REGISTERS = [
  'minutes',
  'sheets',
  'plans',
  'receipts',
  'applications',
  'decisions',
  'proposals',
  'notices',
  'reports',
] as const
export type DocumentRegister = (typeof DOCUMENT_REGISTERS)[number]

const KIND_MARKS: Record<DocumentRegister, string> = {
  minutes: 'BB',
  sheets: 'PTT',
  plans: 'KH',
  receipts: 'BN',
  applications: 'ĐX',
  decisions: 'QĐ',
  proposals: 'ĐN',
  notices: 'TB',
  reports: 'BC',
}

/** What a centre is called in symbols while its profile gives no mark of its own. */
const CENTRE_MARK = 'CSCN'

/** The symbol after the number: kind of document, then the centre's mark: `BB-CSCN`. */
export function documentSymbol(register: DocumentRegister, centreMark: string | null): string {
  const mark = (centreMark ?? '').trim().toLocaleUpperCase('vi')
  return `${KIND_MARKS[register]}-${mark === '' ? CENTRE_MARK : mark}`
}

/** Number and symbol as printed, numbers below 10 with a nought before them: `05/BB-CSCN`. */
export function fullNumber(number: number, symbol: string): string {
  return `${String(number).padStart(2, '0')}/${symbol}`
}
