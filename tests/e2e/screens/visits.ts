import { seen, type Screen } from './screen.ts'

/** Visits and other contacts. */
export const VISIT_SCREENS: readonly Screen[] = [
  seen('tham-gap', 'tiepnhan', '/tham-gap'),
  ...['lich', 'nguoi-tham', 'dien-thoai', 'thu', 'qua', 'so', 'quy-dinh'].map((view) =>
    seen(`tham-gap-${view}`, 'truong', `/tham-gap?xem=${view}`),
  ),
  seen('tham-gap-so-in', 'truong', '/tham-gap/so'),
  seen('hoc-vien-tham-gap', 'truong', '/nguoi/:person?the=tham-gap'),
  seen('hoc-vien-tham-gap-dang-ky', 'truong', '/nguoi/:person?the=tham-gap', async (page) => {
    await page.getByRole('button', { name: 'Đăng ký thăm gặp' }).click()
    await page.getByRole('form', { name: 'Đăng ký thăm gặp' }).waitFor()
  }),
  seen('tham-gap-ket-thuc', 'tiepnhan', '/tham-gap', async (page) => {
    await page.getByRole('button', { name: 'Kết thúc', exact: true }).first().click()
    await page.getByRole('dialog').waitFor()
  }),
]
