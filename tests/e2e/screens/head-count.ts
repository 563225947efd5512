import { seen, type Screen } from './screen.ts'

/** The roll, head counts and shifts. */
export const HEAD_COUNT_SCREENS: readonly Screen[] = [
  seen('quan-so', 'truong', '/quan-so'),
  seen('diem-danh', 'khu', '/diem-danh'),
  seen('diem-danh-phong', 'khu', '/diem-danh', async (page) => {
    await page.getByRole('link', { name: 'Khu A', exact: true }).click()
    await page.getByRole('table', { name: 'Số đếm theo phòng' }).waitFor()
  }),
  seen('diem-danh-phieu-trong', 'khu', '/diem-danh', async (page) => {
    await page.getByRole('link', { name: 'Khu A', exact: true }).click()
    await page.getByRole('button', { name: 'Phiếu trống' }).click()
    await page.getByRole('heading', { name: /^PHIẾU ĐIỂM DANH/ }).waitFor()
  }),
  seen('diem-danh-lich-su', 'truong', '/diem-danh/lich-su'),
  seen('phieu-giao-ca', 'truong', '/diem-danh/lich-su', async (page) => {
    await page.getByRole('grid', { name: 'Các lần điểm danh đã ký' }).getByRole('link').first().click()
    await page.getByText('CA NHẬN', { exact: true }).waitFor()
  }),
  seen('ca-truc', 'truong', '/ca-truc'),
  seen('ca-truc-to', 'khu', '/ca-truc?the=to'),
  seen('ca-truc-khu', 'truong', '/ca-truc?the=khu'),
  seen('ca-truc-gio', 'truong', '/ca-truc?the=gio'),
  seen('quan-so-nguoi', 'truong', '/quan-so/nguoi?tu=out'),
]
