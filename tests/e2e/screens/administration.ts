import { seen, type Screen } from './screen.ts'

/** What administrators keep. */
export const ADMINISTRATION_SCREENS: readonly Screen[] = [
  seen('quy-dinh', 'truong', '/quan-tri/quy-dinh'),
  seen('nguoi-dung', 'quantri', '/quan-tri/nguoi-dung'),
  seen('nguoi-dung-them', 'quantri', '/quan-tri/nguoi-dung/them'),
  seen('nguoi-dung-mot', 'quantri', '/quan-tri/nguoi-dung/:user'),
  seen('vai-tro', 'quantri', '/quan-tri/vai-tro'),
  seen('bieu-mau', 'quantri', '/quan-tri/bieu-mau'),
  seen('co-so', 'quantri', '/quan-tri/co-so'),
  seen('thiet-bi', 'quantri', '/quan-tri/thiet-bi'),
  seen('thiet-bi-them', 'quantri', '/quan-tri/thiet-bi/them'),
  seen('may-chu', 'quantri', '/quan-tri/may-chu'),
  seen('sao-luu', 'quantri', '/quan-tri/sao-luu'),
  seen('phuc-hoi', 'quantri', '/quan-tri/phuc-hoi'),
  seen('khoa', 'quantri', '/quan-tri/khoa'),
  seen('cap-nhat', 'quantri', '/quan-tri/cap-nhat'),
  seen('nhat-ky', 'truong', '/quan-tri/nhat-ky'),
]
