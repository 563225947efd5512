import { openDialog, openFirstRow, seen, type Screen } from './screen.ts'

/** The first screen, what is due, requests and help. */
export const FRONT_SCREENS: readonly Screen[] = [
  seen('dang-nhap', null, '/dang-nhap'),
  ...['truong', 'quantri', 'tiepnhan', 'khu', 'yte', 'daynghe', 'vuviec', 'baocao', 'kiemtra'].map((login) =>
    seen(`hom-nay-${login}`, login, '/'),
  ),
  seen('viec', 'tiepnhan', '/viec'),
  seen('viec-truong', 'truong', '/viec?bao=truong'),
  seen('viec-in', 'tiepnhan', '/viec/in'),
  seen('ho-so-viec', 'truong', '/nguoi/:person?the=viec'),
  seen('don', 'khu', '/don'),
  seen('don-mot', 'truong', '/don', openFirstRow(/Đơn số/)),
  seen('don-nhan', 'khu', '/don', openDialog('Nhận đơn')),
  seen('don-xu-huong', 'truong', '/don/xu-huong', async (page) => {
    await page.getByRole('heading', { name: 'Xu hướng đơn, phản ánh' }).waitFor()
  }),
  seen('tro-giup', 'truong', '/tro-giup'),
  seen('khong-co-trang', 'truong', '/khong-co-trang-nay'),
]
