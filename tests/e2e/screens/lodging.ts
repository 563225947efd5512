import { openDialog, seen, type Screen } from './screen.ts'

/** Zones, beds and what keeps people apart. */
export const LODGING_SCREENS: readonly Screen[] = [
  seen('khu', 'khu', '/khu'),
  seen('khu-giuong', 'khu', '/khu/:zone'),
  seen('canh-bao', 'khu', '/khu/canh-bao'),
  seen('khong-xep-chung', 'khu', '/khu/khong-xep-chung'),
  seen('ra-soat', 'khu', '/khu/ra-soat'),
  seen('ngung-su-dung', 'khu', '/khu/ngung-su-dung'),
  seen('ngung-phong', 'khu', '/khu/ngung-su-dung', openDialog('Ngừng phòng, khu…')),
  seen('sap-xep-lai', 'khu', '/khu/:zone/sap-xep'),
  seen('sap-xep-lai-nhap', 'khu', '/khu/:zone/sap-xep', async (page) => {
    await page.getByRole('button', { name: 'Lập bản nháp' }).click()
    await page.getByLabel(/Tên bản nháp/).fill('Tách khu đầu tháng')
    await page.getByLabel(/Lý do/).fill('Tách người mâu thuẫn')
    await page.getByRole('dialog').getByRole('button', { name: 'Lập bản nháp' }).click()
    await page.getByRole('button', { name: 'Đề xuất theo quy định' }).waitFor()
  }),
  seen('canh-bao-in', 'khu', '/khu/canh-bao/in'),
  seen('canh-bao-ghi', 'yte', '/nguoi/:person', openDialog('Ghi cảnh báo', 'Ghi cảnh báo')),
  seen('them-khu', 'truong', '/khu', openDialog('Thêm khu')),
  seen('xep-giuong', 'khu', '/khu/:zone', async (page) => {
    await page.locator('[data-cell][data-state="held"]').first().click()
    await page.getByRole('menuitem', { name: 'Chuyển giường…' }).click()
    await page.getByRole('dialog', { name: 'Chọn giường' }).getByRole('list').first().waitFor()
  }),
]
