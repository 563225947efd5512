import { openFirstRow, seen, type Screen } from './screen.ts'

/** Incidents, escapes and discipline. */
export const INCIDENT_SCREENS: readonly Screen[] = [
  seen('ky-luat', 'truong', '/ky-luat'),
  seen('ky-luat-mot', 'truong', '/ky-luat?tinh-trang=thi-hanh', openFirstRow('Hệ quả')),
  seen('bo-tron', 'truong', '/vu-viec/bo-tron'),
  seen('bo-tron-mot', 'truong', '/vu-viec/bo-tron', async (page) => {
    await page.getByRole('grid', { name: 'Người bỏ trốn' }).getByRole('row').nth(1).click()
    await page.getByRole('heading', { name: /^Bỏ trốn: / }).waitFor()
  }),
  seen('danh-sach-anh', 'truong', '/in/danh-sach-anh'),
  seen('vu-viec', 'truong', '/vu-viec'),
  seen('vu-viec-so-lieu', 'vuviec', '/vu-viec/so-lieu'),
  seen('vu-viec-viec', 'vuviec', '/vu-viec/viec'),
  seen('vu-viec-mot', 'vuviec', '/vu-viec', async (page) => {
    await page
      .getByRole('grid', { name: 'Sổ vụ việc' })
      .getByRole('gridcell', { name: /^VV-/ })
      .first()
      .click()
    await page.getByRole('tab', { name: 'Diễn biến' }).waitFor()
  }),
  seen('vu-viec-bao', 'khu', '/vu-viec/bao', async (page) => {
    await page.getByRole('radiogroup', { name: 'Loại vụ việc' }).waitFor()
    await page.keyboard.press('2')
  }),
]
