import { openTab, seen, type Screen } from './screen.ts'

/** People and their pages. */
export const PEOPLE_SCREENS: readonly Screen[] = [
  seen('hoc-vien', 'truong', '/nguoi'),
  seen('hoc-vien-da-ra', 'truong', '/nguoi?nhom=da-ra'),
  seen('ho-so', 'truong', '/nguoi/:person'),
  seen('ho-so-giay-to', 'truong', '/nguoi/:person', openTab('Hồ sơ')),
  seen('ho-so-sua', 'truong', '/nguoi/:person', async (page) => {
    await openTab('Hồ sơ')(page)
    await page.getByRole('button', { name: 'Sửa: Nhân thân' }).click()
    await page.getByLabel('Tên gọi khác').waitFor()
  }),
  seen('ho-so-lich-su', 'truong', '/nguoi/:person', openTab('Lịch sử')),
  seen('ho-so-ai-da-xem', 'truong', '/nguoi/:person', openTab('Ai đã xem')),
  seen('danh-sach-in', 'truong', '/nguoi/in'),
  seen('tim', 'truong', '/nguoi', async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /Tìm người/ }).fill('hua van')
    await page
      .getByRole('option', { name: /Hứa Văn/ })
      .first()
      .waitFor()
  }),
  ...['giay-to', 'luu-ky', 'phieu', 'y-te', 'nhan-dang', 'van-ban'].map((tab) =>
    seen(`hoc-vien-${tab}`, 'tiepnhan', `/nguoi/:person?the=${tab}`),
  ),
  seen('hoc-vien-van-ban-lap', 'tiepnhan', '/nguoi/:person?the=van-ban', async (page) => {
    await page.getByRole('button', { name: 'Lập văn bản' }).click()
    await page
      .getByRole('dialog', { name: 'Lập văn bản' })
      .getByText(/người ký:/)
      .waitFor()
  }),
  seen('hoc-vien-y-te-mo', 'yte', '/nguoi/:person?the=y-te'),
  seen('hoc-vien-gop', 'tiepnhan', '/nguoi/:person/gop'),
]
