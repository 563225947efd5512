import { openDialog, seen, type Screen } from './screen.ts'

/** Money and things in keeping. */
export const LEDGER_SCREENS: readonly Screen[] = [
  seen('luu-ky', 'tiepnhan', '/luu-ky?ngay=30-ngay'),
  seen('luu-ky-quy', 'tiepnhan', '/luu-ky', openDialog('Chuyển giữa các quỹ')),
  seen('luu-ky-so-du', 'tiepnhan', '/luu-ky/so-du'),
  seen('luu-ky-cang-tin', 'tiepnhan', '/luu-ky/cang-tin'),
  seen('luu-ky-khoa-so', 'tiepnhan', '/luu-ky/khoa-so'),
  seen('luu-ky-thang', 'truong', '/luu-ky/thang'),
  seen('luu-ky-sao-ke', 'tiepnhan', '/nguoi/:person?the=luu-ky', async (page) => {
    await page.getByRole('link', { name: 'Sao kê' }).click()
    await page.getByRole('heading', { name: 'Sao kê tiền lưu ký', level: 1 }).waitFor()
  }),
  seen('luu-ky-phieu', 'tiepnhan', '/luu-ky?ngay=30-ngay&loai=deposit', async (page) => {
    await page
      .getByRole('link', { name: /^PTLK / })
      .first()
      .click()
    await page.getByRole('heading', { name: /^Phiếu PTLK/ }).waitFor()
  }),
  seen('luu-ky-tui', 'tiepnhan', '/luu-ky/tui'),
  seen('luu-ky-kho', 'tiepnhan', '/luu-ky/kho'),
]
