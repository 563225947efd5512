import { openDialog, seen, type Screen } from './screen.ts'

/** Going out and coming back. */
export const GOINGS_OUT_SCREENS: readonly Screen[] = [
  seen('ra-ngoai', 'truong', '/ra-ngoai'),
  seen('ra-ngoai-don', 'truong', '/ra-ngoai?the=don'),
  seen('ra-ngoai-lich', 'truong', '/ra-ngoai?the=lich'),
  seen('ra-ngoai-tat-ca', 'truong', '/ra-ngoai?the=tat-ca'),
  seen('ra-ngoai-in', 'truong', '/ra-ngoai/in'),
  seen(
    'ra-ngoai-ghi-don',
    'tiepnhan',
    '/ra-ngoai',
    openDialog('Ghi đơn, yêu cầu', 'Ghi đơn, yêu cầu cho ra ngoài'),
  ),
  seen('ra-ngoai-mot', 'truong', '/ra-ngoai?the=don', async (page) => {
    await page.getByRole('grid').getByRole('gridcell', { name: 'Về chịu tang' }).first().click()
    await page.getByRole('dialog', { name: 'Việc ra ngoài' }).getByText('Duyệt trước').waitFor()
  }),
]
