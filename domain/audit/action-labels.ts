import { ROLE_LABELS } from '../permissions/roles.ts'
import { CUSTODY_EVENT_KINDS, CUSTODY_EVENT_LABELS } from '../custody/event-kinds.ts'
import { LEDGER_KIND_LABELS, LEDGER_KINDS } from '../deposit/ledger.ts'

/** What an entry of the audit says was done, by its code. Custody events are named as on the life line. */
export const ACTION_LABELS: Readonly<Record<string, string>> = {
  'session.opened': 'Đăng nhập',
  'session.ended': 'Kết thúc phiên',
  'session.refused': 'Đăng nhập không được',
  'session.stepped-up': 'Xác nhận lại mật khẩu',
  'user.added': 'Thêm tài khoản',
  'user.changed': 'Sửa tên, vai trò tài khoản',
  'user.disabled': 'Khóa tài khoản',
  'user.enabled': 'Mở lại tài khoản',
  'user.password-changed': 'Đổi mật khẩu',
  'user.password-reset': 'Đặt lại mật khẩu',
  'user.sessions-ended': 'Kết thúc mọi phiên của tài khoản',
  'hub.identity-made': 'Tạo khóa mạng nội bộ của máy chủ',
  'hub.certificate-renewed': 'Gia hạn chứng thư của máy chủ',
  'lan.opened': 'Mở mạng nội bộ',
  'lan.closed': 'Đóng mạng nội bộ',
  'device.code-made': 'Cấp mã ghép máy',
  'device.code-cancelled': 'Hủy mã ghép máy',
  'device.pairing-refused': 'Ghép máy bằng mã sai',
  'device.paired': 'Ghép máy trạm',
  'device.browser-key-made': 'Cấp chứng thư cho trình duyệt',
  'lan.browsers-allowed': 'Cho phép trình duyệt trong mạng nội bộ',
  'lan.browsers-refused': 'Không cho trình duyệt vào qua mạng nội bộ',
  'device.renewed': 'Gia hạn chứng thư của máy trạm',
  'device.renamed': 'Đổi tên máy trạm',
  'device.revoked': 'Thu hồi máy trạm',
  'centre.created': 'Thiết lập cơ sở',
  'centre.sample-filled': 'Dựng dữ liệu mẫu',
  'centre.profile-added': 'Thêm thông tin cơ sở theo ngày',
  'calendar.day-set': 'Đặt ngày nghỉ, ngày làm bù',
  'calendar.day-removed': 'Bỏ ngày nghỉ, ngày làm bù',
  'backup.taken': 'Sao lưu',
  'backup.restored': 'Phục hồi từ bản sao lưu',
  'release.added': 'Đưa bản cập nhật lên máy chủ',
  'release.trial-started': 'Cho một máy thử bản cập nhật',
  'release.opened': 'Mở bản cập nhật cho mọi máy',
  'release.withdrawn': 'Thu hồi bản cập nhật',
  'release.desk-changed': 'Máy trạm chạy bản khác',
  'backup.plan-changed': 'Đổi lịch và nơi sao lưu',
  'backup.drilled': 'Thử phiếu phục hồi',
  'key.rotated': 'Thay khóa dữ liệu',
  'key.sheet-made': 'Lập phiếu phục hồi',
  'key.sheet-confirmed': 'Xác nhận phiếu phục hồi',
  'key.recovered': 'Mở dữ liệu bằng phiếu phục hồi',
  'verify.done': 'Kiểm tra dữ liệu',
  'person.added': 'Lập hồ sơ',
  'person.entered': 'Tiếp nhận, lập hồ sơ',
  'person.changed': 'Sửa hồ sơ',
  'person.merged': 'Gộp hai hồ sơ trùng',
  'person.unmerged': 'Tách hồ sơ đã gộp',
  'person.not-same': 'Ghi rõ hai hồ sơ là hai người',
  'person.viewed': 'Xem hồ sơ',
  'person.line-viewed': 'Xem dòng đời',
  'person.viewed-match': 'Xem hồ sơ có thể trùng',
  'person.viewed-intake': 'Xem hồ sơ khi tiếp nhận',
  'person.viewed-dossier': 'Xem bìa hồ sơ',
  'person.viewed-medical': 'Xem phần y tế',
  'person.viewed-deposit': 'Xem đồ gửi, lưu ký',
  'person.viewed-documents': 'Xem văn bản của học viên',
  'person.history-viewed': 'Xem lịch sử sửa hồ sơ',
  'person.imported': 'Nhập hồ sơ từ danh sách',
  'person.import-undone': 'Hủy hồ sơ đã nhập',
  'person.import-kept': 'Giữ hồ sơ khi hủy lần nhập',
  'people.exported': 'Xuất danh sách',
  'people.printed': 'In danh sách',
  'document.made': 'Lập văn bản',
  'document.cancelled': 'Hủy văn bản',
  'document.taken': 'Mở, in văn bản',
  'template.replaced': 'Thay biểu mẫu',
  'template.used': 'Dùng lại biểu mẫu khác',
  'paper.added': 'Thêm giấy tờ tùy thân',
  'paper.replaced': 'Thay giấy tờ tùy thân',
  'address.set': 'Sửa địa chỉ',
  'stay.changed': 'Sửa đợt cai nghiện',
  'stay.imported': 'Nhập đợt cai nghiện từ danh sách',
  'expected.added': 'Ghi người sắp đến',
  'expected.cancelled': 'Bỏ ghi người sắp đến',
  'sheet.saved': 'Lưu phiếu trong hồ sơ',
  'relatives.set': 'Sửa thân nhân',
  'mark.added': 'Ghi đặc điểm nhận dạng',
  'mark.retired': 'Bỏ đặc điểm nhận dạng',
  'photo.set': 'Đặt ảnh',
  'dossier.item-set': 'Đánh dấu giấy tờ trong hồ sơ',
  'dossier.item-added': 'Thêm giấy tờ vào hồ sơ',
  'medical.first-check-saved': 'Lưu khám sức khỏe ban đầu',
  'belongings.taken': 'Nhận giữ tư trang',
  'belongings.recorded': 'Trả tư trang, ghi mất hoặc hư hỏng',
  'belongings.placed': 'Xếp túi tư trang lên kệ',
  'belongings.seal-changed': 'Thay niêm phong túi tư trang',
  'belongings.counted': 'Kiểm kê ô kệ tư trang',
  'belongings.exported': 'Xuất danh sách tư trang',
  'shelf.added': 'Thêm ô kệ tư trang',
  'shelf.closed': 'Đóng ô kệ tư trang',
  'deposit.exported': 'Xuất sổ lưu ký',
  'deposit.settled': 'Trả hết tiền lưu ký khi ra',
  'deposit.spent': 'Ghi danh sách mua ở căng-tin',
  'deposit.cash-closed': 'Khóa sổ quỹ trong ngày',
  'deposit.limits-set': 'Đổi mức chi, thời gian giữ tư trang',
  'canteen.item-set': 'Sửa hàng căng-tin',
  'place.added': 'Thêm khu, phòng, giường',
  'place.beds-added': 'Thêm giường',
  'place.changed': 'Sửa khu, phòng, giường',
  'place.retired': 'Bỏ khu, phòng, giường',
  'bed.out-of-service': 'Ngừng sử dụng giường',
  'bed.back-in-service': 'Đưa giường vào sử dụng lại',
  'keep-apart.opened': 'Ghi hai người cần ở cách nhau',
  'keep-apart.closed': 'Bỏ yêu cầu ở cách nhau',
  'keep-apart.changed': 'Xem lại, sửa yêu cầu ở cách nhau',
  'keep-apart.reopened': 'Mở lại yêu cầu ở cách nhau',
  'outage.planned': 'Hẹn ngừng sử dụng giường, phòng, khu',
  'outage.plan-cancelled': 'Bỏ hẹn ngừng sử dụng',
  'reshuffle.made': 'Lập bản nháp sắp xếp lại khu',
  'reshuffle.changed': 'Sửa bản nháp sắp xếp lại khu',
  'reshuffle.done': 'Sắp xếp lại cả khu',
  'reshuffle.undone': 'Hoàn tác sắp xếp lại khu',
  'reshuffle.cancelled': 'Bỏ bản nháp sắp xếp lại khu',
  'sweep.run': 'Rà soát chỗ ở',
  'sweep.acknowledged': 'Ghi nhận vi phạm khi rà soát',
  'request.received': 'Nhận đơn, nguyện vọng',
  'request.viewed': 'Xem đơn, nguyện vọng',
  'request.assigned': 'Giao giải quyết đơn',
  'request.due-changed': 'Đổi hạn trả lời đơn',
  'request.answered': 'Trả lời đơn',
  'request.told': 'Báo kết quả cho người gửi đơn',
  'request.closed': 'Kết thúc đơn',
  'request.withdrawn': 'Ghi người gửi rút đơn',
  'request.escalated': 'Chuyển đơn lên cấp trên',
  'request.reopened': 'Mở lại đơn',
  'request.due-days-set': 'Đặt thời hạn trả lời đơn',
  'count.entered': 'Ghi số đếm của phòng',
  'count.explained': 'Giải trình lệch khi điểm danh',
  'count.withdrawn': 'Rút dòng giải trình điểm danh',
  'count.signed': 'Ký giao nhận ca',
  'count.receiver-refused': 'Ký nhận ca không được',
  'shift.times-set': 'Đặt giờ giao ca',
  'post.added': 'Thêm chốt trực',
  'post.changed': 'Sửa chốt trực',
  'duty.assigned': 'Ghi người vào ca trực',
  'duty.removed': 'Bỏ người khỏi ca trực',
  'team.added': 'Lập tổ',
  'team.changed': 'Sửa tổ',
  'team.closed': 'Giải thể tổ',
  'team.members-set': 'Xếp người vào tổ',
  'user.zones-set': 'Đặt khu phụ trách của tài khoản',
  'alert.raised': 'Ghi cảnh báo',
  'alert.changed': 'Xem lại, sửa cảnh báo',
  'alert.closed': 'Đóng cảnh báo',
  'alerts.exported': 'Xuất danh sách cảnh báo',
  'obligations.done': 'Ghi việc đến hạn đã làm',
  'obligations.exempt': 'Ghi việc đến hạn không phải làm',
  'obligations.reopened': 'Ghi lại việc đến hạn là chưa làm',
  'rules.entered': 'Nhập thay đổi quy định',
  'rules.confirmed': 'Đồng ý thay đổi quy định',
  'rules.second-person': 'Đổi việc thay đổi quy định cần người thứ hai',
  'alerts.printed': 'In danh sách cảnh báo',
  'upload.stored': 'Gửi tệp lên',
  'upload.removed': 'Bỏ tệp gửi lên đã quá hai ngày',
  'file.stored': 'Lưu tệp kèm hồ sơ',
  'import.started': 'Bắt đầu nhập danh sách',
  'import.resumed': 'Nhập tiếp danh sách',
  'import.decided': 'Quyết định dòng trùng',
  'import.done': 'Nhập xong danh sách',
  'import.stopped': 'Dừng nhập danh sách',
  'import.undone': 'Hủy lần nhập danh sách',
  'import.bad-rows-taken': 'Tải các dòng chưa nhập được',
  ...Object.fromEntries(LEDGER_KINDS.map((kind) => [`deposit.${kind}`, LEDGER_KIND_LABELS[kind]])),
  ...Object.fromEntries(CUSTODY_EVENT_KINDS.map((kind) => [`custody.${kind}`, CUSTODY_EVENT_LABELS[kind]])),
}

/** The name of an action; a code without one is shown as it is. */
export function actionLabel(action: string): string {
  return Object.hasOwn(ACTION_LABELS, action) ? (ACTION_LABELS[action] ?? action) : action
}

/** Names of the facts an entry may carry. What has no name here (ids, hashes) is left to the command line. */
const FACT_LABELS: Readonly<Record<string, string>> = {
  desk: 'máy',
  login: 'tài khoản',
  roles: 'vai trò',
  rolesBefore: 'vai trò cũ',
  ended: 'số phiên',
  validFrom: 'từ ngày',
  code: 'mã',
  rule: 'quy định',
  effectiveFrom: 'có hiệu lực từ',
  room: 'phòng',
  beds: 'số giường',
  places: 'số chỗ',
  count: 'số người',
  rows: 'số dòng',
  imported: 'đã nhập',
  port: 'cổng',
  file: 'tệp',
  name: 'tên',
  why: 'lý do',
  alert: 'cảnh báo',
  release: 'bản',
  signedBy: 'khóa ký',
}

const REASON_WORDS: Readonly<Record<string, string>> = {
  wrong: 'sai tên đăng nhập hoặc mật khẩu',
  disabled: 'tài khoản bị khóa',
  'signed-out': 'đăng xuất hoặc khóa màn hình',
  idle: 'để yên quá lâu',
  expired: 'hết giờ của phiên',
  good: 'kiểm tra đạt',
  bad: 'kiểm tra không đạt',
}

function roleWords(roles: string): string {
  const words: Readonly<Record<string, string>> = ROLE_LABELS
  return roles
    .split(',')
    .map((role) => words[role] ?? role)
    .join(', ')
}

/** The facts of an entry in words, as far as they say something to a reader. */
export function factsText(facts: Readonly<Record<string, string | number | boolean | null>>): string {
  return Object.entries(facts)
    .flatMap(([name, value]) => {
      if (value === null || value === '') return []
      if (name === 'reason' || name === 'outcome') return [REASON_WORDS[String(value)] ?? String(value)]
      if (name === 'roles' || name === 'rolesBefore')
        return [`${FACT_LABELS[name]}: ${roleWords(String(value))}`]
      const label = FACT_LABELS[name]
      return label === undefined ? [] : [`${label}: ${value}`]
    })
    .join(' · ')
}

/** Who acts for an actor that is no account: the machine, the command line, somebody not signed in. */
export function actorLabel(actor: string, name: string): string {
  if (actor === 'system:hub') return 'Máy chủ'
  if (actor === 'anonymous') return 'Chưa đăng nhập'
  if (actor.startsWith('system:cli:')) return `Dòng lệnh (${actor.slice('system:cli:'.length)})`
  return name
}
