import type { Page } from '@playwright/test'

/** A screen of the program and the account of the fictitious centre that looks at it. */
export interface Screen {
  /** Stem of its picture. */
  name: string
  /** Login of the fictitious centre; null for pages before the sign-in. */
  login: string | null
  /** An address, or `:person`, `:zone`, `:user` in it for the first of the list. */
  path: string
  /** What is done on the page before it is looked at. */
  act?: (page: Page) => Promise<void>
}

const openTab = (name: string) => async (page: Page) => {
  await page.getByRole('tab', { name }).click()
}

/** Every screen of the fictitious centre. */
export const SCREENS: readonly Screen[] = [
  { name: 'dang-nhap', login: null, path: '/dang-nhap' },
  ...['truong', 'quantri', 'tiepnhan', 'khu', 'yte', 'daynghe', 'vuviec', 'baocao', 'kiemtra'].map(
    (login) => ({
      name: `hom-nay-${login}`,
      login,
      path: '/',
    }),
  ),
  { name: 'viec', login: 'tiepnhan', path: '/viec' },
  { name: 'viec-truong', login: 'truong', path: '/viec?bao=truong' },
  { name: 'viec-in', login: 'tiepnhan', path: '/viec/in' },
  { name: 'quy-dinh', login: 'truong', path: '/quan-tri/quy-dinh' },
  { name: 'ho-so-viec', login: 'truong', path: '/nguoi/:person?the=viec' },
  { name: 'hoc-vien', login: 'truong', path: '/nguoi' },
  { name: 'hoc-vien-da-ra', login: 'truong', path: '/nguoi?nhom=da-ra' },
  { name: 'ho-so', login: 'truong', path: '/nguoi/:person' },
  { name: 'ho-so-giay-to', login: 'truong', path: '/nguoi/:person', act: openTab('Hồ sơ') },
  {
    name: 'ho-so-sua',
    login: 'truong',
    path: '/nguoi/:person',
    act: async (page) => {
      await openTab('Hồ sơ')(page)
      await page.getByRole('button', { name: 'Sửa: Nhân thân' }).click()
      await page.getByLabel('Tên gọi khác').waitFor()
    },
  },
  { name: 'ho-so-lich-su', login: 'truong', path: '/nguoi/:person', act: openTab('Lịch sử') },
  { name: 'ho-so-ai-da-xem', login: 'truong', path: '/nguoi/:person', act: openTab('Ai đã xem') },
  { name: 'danh-sach-in', login: 'truong', path: '/nguoi/in' },
  {
    name: 'tim',
    login: 'truong',
    path: '/nguoi',
    act: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: /Tìm người/ }).fill('hua van')
      await page
        .getByRole('option', { name: /Hứa Văn/ })
        .first()
        .waitFor()
    },
  },
  { name: 'khu', login: 'khu', path: '/khu' },
  { name: 'khu-giuong', login: 'khu', path: '/khu/:zone' },
  { name: 'canh-bao', login: 'khu', path: '/khu/canh-bao' },
  { name: 'khong-xep-chung', login: 'khu', path: '/khu/khong-xep-chung' },
  { name: 'ra-soat', login: 'khu', path: '/khu/ra-soat' },
  { name: 'ngung-su-dung', login: 'khu', path: '/khu/ngung-su-dung' },
  {
    name: 'ngung-phong',
    login: 'khu',
    path: '/khu/ngung-su-dung',
    act: async (page) => {
      await page.getByRole('button', { name: 'Ngừng phòng, khu…' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'sap-xep-lai', login: 'khu', path: '/khu/:zone/sap-xep' },
  {
    name: 'sap-xep-lai-nhap',
    login: 'khu',
    path: '/khu/:zone/sap-xep',
    act: async (page) => {
      await page.getByRole('button', { name: 'Lập bản nháp' }).click()
      await page.getByLabel(/Tên bản nháp/).fill('Tách khu đầu tháng')
      await page.getByLabel(/Lý do/).fill('Tách người mâu thuẫn')
      await page.getByRole('dialog').getByRole('button', { name: 'Lập bản nháp' }).click()
      await page.getByRole('button', { name: 'Đề xuất theo quy định' }).waitFor()
    },
  },
  { name: 'don', login: 'khu', path: '/don' },
  { name: 'ky-luat', login: 'truong', path: '/ky-luat' },
  {
    name: 'ky-luat-mot',
    login: 'truong',
    path: '/ky-luat?tinh-trang=thi-hanh',
    act: async (page) => {
      await page.getByRole('row').nth(1).click()
      await page.getByRole('heading', { name: 'Hệ quả' }).waitFor()
    },
  },
  {
    name: 'don-mot',
    login: 'truong',
    path: '/don',
    act: async (page) => {
      await page.getByRole('row').nth(1).click()
      await page.getByRole('heading', { name: /Đơn số/ }).waitFor()
    },
  },
  {
    name: 'don-nhan',
    login: 'khu',
    path: '/don',
    act: async (page) => {
      await page.getByRole('button', { name: 'Nhận đơn' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'don-xu-huong',
    login: 'truong',
    path: '/don/xu-huong',
    act: async (page) => {
      await page.getByRole('heading', { name: 'Xu hướng đơn, phản ánh' }).waitFor()
    },
  },
  { name: 'canh-bao-in', login: 'khu', path: '/khu/canh-bao/in' },
  {
    name: 'canh-bao-ghi',
    login: 'yte',
    path: '/nguoi/:person',
    act: async (page) => {
      await page.getByRole('button', { name: 'Ghi cảnh báo' }).click()
      await page.getByRole('dialog', { name: 'Ghi cảnh báo' }).waitFor()
    },
  },
  {
    name: 'them-khu',
    login: 'truong',
    path: '/khu',
    act: async (page) => {
      await page.getByRole('button', { name: 'Thêm khu' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'xep-giuong',
    login: 'khu',
    path: '/khu/:zone',
    act: async (page) => {
      await page.locator('[data-cell][data-state="held"]').first().click()
      await page.getByRole('menuitem', { name: 'Chuyển giường…' }).click()
      await page.getByRole('dialog', { name: 'Chọn giường' }).getByRole('list').first().waitFor()
    },
  },
  { name: 'bo-tron', login: 'truong', path: '/vu-viec/bo-tron' },
  {
    name: 'bo-tron-mot',
    login: 'truong',
    path: '/vu-viec/bo-tron',
    act: async (page) => {
      await page.getByRole('grid', { name: 'Người bỏ trốn' }).getByRole('row').nth(1).click()
      await page.getByRole('heading', { name: /^Bỏ trốn: / }).waitFor()
    },
  },
  { name: 'danh-sach-anh', login: 'truong', path: '/in/danh-sach-anh' },
  { name: 'ra-ngoai', login: 'truong', path: '/ra-ngoai' },
  { name: 'ra-ngoai-don', login: 'truong', path: '/ra-ngoai?the=don' },
  { name: 'ra-ngoai-lich', login: 'truong', path: '/ra-ngoai?the=lich' },
  { name: 'ra-ngoai-tat-ca', login: 'truong', path: '/ra-ngoai?the=tat-ca' },
  { name: 'ra-ngoai-in', login: 'truong', path: '/ra-ngoai/in' },
  {
    name: 'ra-ngoai-ghi-don',
    login: 'tiepnhan',
    path: '/ra-ngoai',
    act: async (page) => {
      await page.getByRole('button', { name: 'Ghi đơn, yêu cầu' }).click()
      await page.getByRole('dialog', { name: 'Ghi đơn, yêu cầu cho ra ngoài' }).waitFor()
    },
  },
  {
    name: 'ra-ngoai-mot',
    login: 'truong',
    path: '/ra-ngoai?the=don',
    act: async (page) => {
      await page.getByRole('grid').getByRole('gridcell', { name: 'Về chịu tang' }).first().click()
      await page.getByRole('dialog', { name: 'Việc ra ngoài' }).getByText('Duyệt trước').waitFor()
    },
  },
  { name: 'tham-gap', login: 'tiepnhan', path: '/tham-gap' },
  ...['lich', 'nguoi-tham', 'dien-thoai', 'thu', 'qua', 'so', 'quy-dinh'].map((view) => ({
    name: `tham-gap-${view}`,
    login: 'truong',
    path: `/tham-gap?xem=${view}`,
  })),
  { name: 'tham-gap-so-in', login: 'truong', path: '/tham-gap/so' },
  { name: 'hoc-vien-tham-gap', login: 'truong', path: '/nguoi/:person?the=tham-gap' },
  {
    name: 'hoc-vien-tham-gap-dang-ky',
    login: 'truong',
    path: '/nguoi/:person?the=tham-gap',
    act: async (page) => {
      await page.getByRole('button', { name: 'Đăng ký thăm gặp' }).click()
      await page.getByRole('form', { name: 'Đăng ký thăm gặp' }).waitFor()
    },
  },
  {
    name: 'tham-gap-ket-thuc',
    login: 'tiepnhan',
    path: '/tham-gap',
    act: async (page) => {
      await page.getByRole('button', { name: 'Kết thúc', exact: true }).first().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'vu-viec', login: 'truong', path: '/vu-viec' },
  { name: 'vu-viec-so-lieu', login: 'vuviec', path: '/vu-viec/so-lieu' },
  { name: 'vu-viec-viec', login: 'vuviec', path: '/vu-viec/viec' },
  {
    name: 'vu-viec-mot',
    login: 'vuviec',
    path: '/vu-viec',
    act: async (page) => {
      await page
        .getByRole('grid', { name: 'Sổ vụ việc' })
        .getByRole('gridcell', { name: /^VV-/ })
        .first()
        .click()
      await page.getByRole('tab', { name: 'Diễn biến' }).waitFor()
    },
  },
  {
    name: 'vu-viec-bao',
    login: 'khu',
    path: '/vu-viec/bao',
    act: async (page) => {
      await page.getByRole('radiogroup', { name: 'Loại vụ việc' }).waitFor()
      await page.keyboard.press('2')
    },
  },
  { name: 'quan-so', login: 'truong', path: '/quan-so' },
  { name: 'diem-danh', login: 'khu', path: '/diem-danh' },
  {
    name: 'diem-danh-phong',
    login: 'khu',
    path: '/diem-danh',
    act: async (page) => {
      await page.getByRole('link', { name: 'Khu A', exact: true }).click()
      await page.getByRole('table', { name: 'Số đếm theo phòng' }).waitFor()
    },
  },
  {
    name: 'diem-danh-phieu-trong',
    login: 'khu',
    path: '/diem-danh',
    act: async (page) => {
      await page.getByRole('link', { name: 'Khu A', exact: true }).click()
      await page.getByRole('button', { name: 'Phiếu trống' }).click()
      await page.getByRole('heading', { name: /^PHIẾU ĐIỂM DANH/ }).waitFor()
    },
  },
  { name: 'diem-danh-lich-su', login: 'truong', path: '/diem-danh/lich-su' },
  {
    name: 'phieu-giao-ca',
    login: 'truong',
    path: '/diem-danh/lich-su',
    act: async (page) => {
      await page.getByRole('grid', { name: 'Các lần điểm danh đã ký' }).getByRole('link').first().click()
      await page.getByText('CA NHẬN', { exact: true }).waitFor()
    },
  },
  { name: 'ca-truc', login: 'truong', path: '/ca-truc' },
  { name: 'ca-truc-to', login: 'khu', path: '/ca-truc?the=to' },
  { name: 'ca-truc-khu', login: 'truong', path: '/ca-truc?the=khu' },
  { name: 'ca-truc-gio', login: 'truong', path: '/ca-truc?the=gio' },
  { name: 'quan-so-nguoi', login: 'truong', path: '/quan-so/nguoi?tu=out' },
  { name: 'quy-trinh', login: 'khu', path: '/quy-trinh' },
  { name: 'quy-trinh-buoi', login: 'daynghe', path: '/quy-trinh/buoi' },
  {
    name: 'quy-trinh-diem-danh',
    login: 'daynghe',
    path: '/quy-trinh/buoi?xem=chua-chot',
    act: async (page) => {
      await page.getByRole('grid', { name: 'Các buổi' }).getByRole('link').last().click()
      await page.getByRole('table', { name: 'Điểm danh' }).waitFor()
    },
  },
  { name: 'quy-trinh-nhom', login: 'daynghe', path: '/quy-trinh/nhom' },
  { name: 'quy-trinh-chua-tu-van', login: 'daynghe', path: '/quy-trinh/chua-tu-van' },
  { name: 'quy-trinh-xep-loai', login: 'khu', path: '/quy-trinh/xep-loai' },
  { name: 'quy-trinh-dot', login: 'truong', path: '/quy-trinh/dot-hoat-dong' },
  { name: 'hoc-vien-quy-trinh', login: 'truong', path: '/nguoi/:person?the=quy-trinh' },
  { name: 'nhap-danh-sach', login: 'tiepnhan', path: '/nhap-danh-sach' },
  { name: 'du-kien-den', login: 'tiepnhan', path: '/tiep-nhan/du-kien' },
  { name: 'tiep-nhan', login: 'tiepnhan', path: '/tiep-nhan' },
  {
    name: 'tiep-nhan-den',
    login: 'tiepnhan',
    path: '/tiep-nhan/du-kien',
    act: async (page) => {
      await page
        .getByRole('button', { name: /^Tiếp nhận / })
        .first()
        .click()
      await page.getByRole('form', { name: 'Tiếp nhận' }).waitFor()
    },
  },
  {
    name: 'du-kien-den-ghi',
    login: 'tiepnhan',
    path: '/tiep-nhan/du-kien',
    act: async (page) => {
      await page.getByRole('button', { name: 'Ghi người dự kiến đến' }).click()
    },
  },
  ...['giay-to', 'luu-ky', 'phieu', 'y-te', 'nhan-dang', 'van-ban'].map((tab) => ({
    name: `hoc-vien-${tab}`,
    login: 'tiepnhan',
    path: `/nguoi/:person?the=${tab}`,
  })),
  {
    name: 'hoc-vien-van-ban-lap',
    login: 'tiepnhan',
    path: '/nguoi/:person?the=van-ban',
    act: async (page) => {
      await page.getByRole('button', { name: 'Lập văn bản' }).click()
      await page
        .getByRole('dialog', { name: 'Lập văn bản' })
        .getByText(/người ký:/)
        .waitFor()
    },
  },
  { name: 'hoc-vien-y-te-mo', login: 'yte', path: '/nguoi/:person?the=y-te' },
  { name: 'hoc-vien-gop', login: 'tiepnhan', path: '/nguoi/:person/gop' },
  { name: 'luu-ky', login: 'tiepnhan', path: '/luu-ky?ngay=30-ngay' },
  {
    name: 'luu-ky-quy',
    login: 'tiepnhan',
    path: '/luu-ky',
    act: async (page) => {
      await page.getByRole('button', { name: 'Chuyển giữa các quỹ' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'luu-ky-so-du', login: 'tiepnhan', path: '/luu-ky/so-du' },
  { name: 'luu-ky-cang-tin', login: 'tiepnhan', path: '/luu-ky/cang-tin' },
  { name: 'luu-ky-khoa-so', login: 'tiepnhan', path: '/luu-ky/khoa-so' },
  { name: 'luu-ky-thang', login: 'truong', path: '/luu-ky/thang' },
  {
    name: 'luu-ky-sao-ke',
    login: 'tiepnhan',
    path: '/nguoi/:person?the=luu-ky',
    act: async (page) => {
      await page.getByRole('link', { name: 'Sao kê' }).click()
      await page.getByRole('heading', { name: 'Sao kê tiền lưu ký', level: 1 }).waitFor()
    },
  },
  {
    name: 'luu-ky-phieu',
    login: 'tiepnhan',
    path: '/luu-ky?ngay=30-ngay&loai=deposit',
    act: async (page) => {
      await page
        .getByRole('link', { name: /^PTLK / })
        .first()
        .click()
      await page.getByRole('heading', { name: /^Phiếu PTLK/ }).waitFor()
    },
  },
  { name: 'luu-ky-tui', login: 'tiepnhan', path: '/luu-ky/tui' },
  { name: 'luu-ky-kho', login: 'tiepnhan', path: '/luu-ky/kho' },
  { name: 'nguoi-dung', login: 'quantri', path: '/quan-tri/nguoi-dung' },
  { name: 'nguoi-dung-them', login: 'quantri', path: '/quan-tri/nguoi-dung/them' },
  { name: 'nguoi-dung-mot', login: 'quantri', path: '/quan-tri/nguoi-dung/:user' },
  { name: 'vai-tro', login: 'quantri', path: '/quan-tri/vai-tro' },
  { name: 'bieu-mau', login: 'quantri', path: '/quan-tri/bieu-mau' },
  { name: 'co-so', login: 'quantri', path: '/quan-tri/co-so' },
  { name: 'thiet-bi', login: 'quantri', path: '/quan-tri/thiet-bi' },
  { name: 'thiet-bi-them', login: 'quantri', path: '/quan-tri/thiet-bi/them' },
  { name: 'may-chu', login: 'quantri', path: '/quan-tri/may-chu' },
  { name: 'sao-luu', login: 'quantri', path: '/quan-tri/sao-luu' },
  { name: 'phuc-hoi', login: 'quantri', path: '/quan-tri/phuc-hoi' },
  { name: 'khoa', login: 'quantri', path: '/quan-tri/khoa' },
  { name: 'cap-nhat', login: 'quantri', path: '/quan-tri/cap-nhat' },
  { name: 'nhat-ky', login: 'truong', path: '/quan-tri/nhat-ky' },
  { name: 'tro-giup', login: 'truong', path: '/tro-giup' },
  { name: 'khong-co-trang', login: 'truong', path: '/khong-co-trang-nay' },
]

/** A window at the size of an office screen and at 150 %. */
export const SIZES = [
  { name: '1366', viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1 },
  { name: '150', viewport: { width: 910, height: 512 }, deviceScaleFactor: 1.5 },
] as const

/** Opens a screen and waits until nothing more comes in. */
export async function openScreen(page: Page, url: string, screen: Screen): Promise<void> {
  await page.goto(url + (await addressOf(page, url, screen.path)))
  await settle(page)
  if (screen.act) {
    await screen.act(page)
    await settle(page)
  }
}

async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // Parts of a page that are still on their way say so.
  await page
    .getByText(/^Đang (mở (?!hôm nay)|tải|tính|tìm)/)
    .first()
    .waitFor({ state: 'detached' })
  await page.locator('[aria-busy="true"], output[aria-label^="Đang"]').first().waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(150)
}

const FOUND = new Map<string, string>()

/** Puts an id that exists into the address: the first one the list of its kind links to. */
async function addressOf(page: Page, url: string, path: string): Promise<string> {
  const asked = /:(person|zone|user)/.exec(path)?.[1]
  if (asked === undefined) return path
  const key = `${url} ${asked}`
  let id = FOUND.get(key)
  if (id === undefined) {
    const list = { person: '/nguoi', zone: '/khu', user: '/quan-tri/nguoi-dung' }[asked] ?? '/'
    await page.goto(url + list)
    // Beside the rows of the list stand links to the other pages of its module.
    const found = await page.waitForFunction(
      (start) =>
        [...document.querySelectorAll('main a')]
          .map((link) => link.getAttribute('href') ?? '')
          .find((href) => href.startsWith(start) && /^[0-9a-f-]{36}$/.test(href.slice(start.length))),
      `${list}/`,
    )
    id = (await found.jsonValue())?.slice(list.length + 1) ?? ''
    FOUND.set(key, id)
  }
  return path.replace(`:${asked}`, id)
}
