import { seen, type Screen } from './screen.ts'

/** The care path. */
export const CARE_PATH_SCREENS: readonly Screen[] = [
  seen('quy-trinh', 'khu', '/quy-trinh'),
  seen('quy-trinh-buoi', 'daynghe', '/quy-trinh/buoi'),
  seen('quy-trinh-diem-danh', 'daynghe', '/quy-trinh/buoi?xem=chua-chot', async (page) => {
    await page.getByRole('grid', { name: 'Các buổi' }).getByRole('link').last().click()
    await page.getByRole('table', { name: 'Điểm danh' }).waitFor()
  }),
  seen('quy-trinh-nhom', 'daynghe', '/quy-trinh/nhom'),
  seen('quy-trinh-chua-tu-van', 'daynghe', '/quy-trinh/chua-tu-van'),
  seen('quy-trinh-xep-loai', 'khu', '/quy-trinh/xep-loai'),
  seen('quy-trinh-dot', 'truong', '/quy-trinh/dot-hoat-dong'),
  seen('hoc-vien-quy-trinh', 'truong', '/nguoi/:person?the=quy-trinh'),
]
