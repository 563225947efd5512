import { seen, type Screen } from './screen.ts'

/** Taking people in. */
export const INTAKE_SCREENS: readonly Screen[] = [
  seen('nhap-danh-sach', 'tiepnhan', '/nhap-danh-sach'),
  seen('du-kien-den', 'tiepnhan', '/tiep-nhan/du-kien'),
  seen('tiep-nhan', 'tiepnhan', '/tiep-nhan'),
  seen('tiep-nhan-den', 'tiepnhan', '/tiep-nhan/du-kien', async (page) => {
    await page
      .getByRole('button', { name: /^Tiếp nhận / })
      .first()
      .click()
    await page.getByRole('form', { name: 'Tiếp nhận' }).waitFor()
  }),
  seen('du-kien-den-ghi', 'tiepnhan', '/tiep-nhan/du-kien', async (page) => {
    await page.getByRole('button', { name: 'Ghi người dự kiến đến' }).click()
  }),
]
