/** A help page: what a screen is for and how its work is done. */
export interface HelpTopic {
  /** Address of the screen; its pages below it are helped by the same topic. */
  path: string
  title: string
  /** What the screen answers. */
  lead: string
  steps: readonly string[]
  /** Keys beside those that work everywhere. */
  keys?: readonly { keys: string; does: string }[]
}

export const HELP_TOPICS: readonly HelpTopic[] = [
  {
    path: '/vu-viec',
    title: 'Vụ việc',
    lead: 'Báo vụ việc trong một phút, xem xét, kết luận; việc và thông báo có hạn.',
    steps: [
      'Báo vụ việc: phím số chọn loại, gõ tên hoặc giường rồi Enter từng người, ghi một hai câu, Ctrl Enter. Nội dung đang gõ được giữ.',
      'Trang của vụ việc nêu còn thiếu gì trước khi kết luận; bấm để tới chỗ ghi.',
      'Diễn biến, lời khai đã ký thì không sửa được: sai thì ghi bổ sung.',
      'Vết thương do y tế ghi, chỉ y tế xem được. Vụ hạn chế chỉ người xử lý, Trưởng cơ sở, kiểm tra mở được.',
      'Việc làm được lúc này ở bên trái; đóng vụ việc hỏi lại mật khẩu.',
      'Số liệu: chọn kỳ, khu, loại; bấm một số để mở danh sách của số đó. Xuất Excel, Word ở góc phải.',
    ],
    keys: [
      { keys: '1 … 9 0 K', does: 'chọn loại vụ việc; chọn câu trả lời' },
      { keys: 'Enter', does: 'thêm người tìm thấy đầu tiên; trả lời câu hỏi' },
      { keys: '← ↑ → ↓', does: 'đi giữa các ô của bảng khu và giờ' },
    ],
  },
  {
    path: '/vu-viec/bo-tron',
    title: 'Người bỏ trốn',
    lead: 'Ai bỏ trốn, đã bao lâu, còn phải làm gì; báo bỏ trốn, đưa trở lại, in phiếu ảnh.',
    steps: [
      '“Báo bỏ trốn”: chọn một hay nhiều người. Vụ việc, việc bỏ trốn, giờ phải thông báo được ghi cùng lúc.',
      'Bấm một dòng: những lần thấy sau cùng, quyết định truy tìm, thông báo, phiếu ảnh.',
      '“Đã đưa trở lại”: ngày hết thời hạn và việc đến hạn được tính lại, kèm lý do từng dòng.',
      'Ghi nhầm: “Hoàn tác” ngay, hoặc “Ghi nhầm…” ở trang của lần bỏ trốn.',
    ],
  },
  {
    path: '/ra-ngoai',
    title: 'Ra ngoài',
    lead: 'Ai đang ở ngoài, ai quá hạn, đơn nào chờ duyệt; ghi đi, trở lại, gia hạn, bỏ trốn.',
    steps: [
      'Người quá hạn đứng đầu danh sách. Chọn một hay nhiều dòng rồi “Ghi trở lại” hoặc “Báo bỏ trốn”.',
      '“Ghi đơn, yêu cầu”: chương trình nêu ngay điều luật, hạn duyệt, hạn trở lại và việc tính thời hạn trước khi lưu.',
      'Bấm một dòng để duyệt, không duyệt, ghi đi, gia hạn, lập văn bản.',
      'Ghi nhầm việc đi, việc về: bấm “Hoàn tác” ngay, hoặc đính chính ở diễn biến của học viên.',
    ],
  },
  {
    path: '/luu-ky',
    title: 'Lưu ký, tư trang',
    lead: 'Tiền gửi lưu ký, mua ở căng-tin, khóa sổ quỹ, túi tư trang và kho.',
    steps: [
      'Nhận tiền, trả tiền, trả hết khi ra: ở trang của học viên, thẻ Lưu ký. Bấm số phiếu để in hai chữ ký.',
      'Căng-tin: gõ tên hoặc giường, Enter, gõ số tiền, Enter; ghi cả danh sách một lượt.',
      'Cuối ngày: Khóa sổ quỹ, hai người đếm; lệch thì giải thích. Sau khi khóa không ghi lùi được.',
      'Tìm túi: gõ số niêm phong hoặc tên; đánh dấu túi để xếp lên ô, in nhãn. Kho tư trang: bấm một ô để kiểm kê.',
    ],
  },
  {
    path: '/',
    title: 'Hôm nay',
    lead: 'Trả lời trước: mọi người đang ở đâu, việc gì đến hạn, chỗ nào chưa ổn. Nội dung khác nhau theo vai trò.',
    steps: [
      'Mỗi con số mở ra danh sách đứng sau nó.',
      'Việc quá hạn đứng đầu, kèm điều luật và giờ hạn; mở “vì sao” để xem cách tính.',
      'Số liệu tự đổi khi máy khác vừa ghi, không cần tải lại trang.',
    ],
  },
  {
    path: '/nguoi',
    title: 'Học viên',
    lead: 'Tìm một người và xem mọi điều đã ghi về người đó.',
    steps: [
      'Bấm Ctrl K ở bất kỳ đâu, gõ tên không dấu, chữ đầu của tên, số căn cước, số hồ sơ hoặc mã giường.',
      'Trang của một người: bên trái là nhân thân, nơi ở, thời hạn; bên phải là dòng đời, hồ sơ, lịch sử sửa.',
      'Ghi nhầm thì đính chính: việc cũ vẫn còn, có lý do và tên người đính chính.',
      'Mỗi lần mở hồ sơ được ghi vào nhật ký.',
    ],
    keys: [
      { keys: '/', does: 'lọc danh sách' },
      { keys: '↑ ↓ Enter', does: 'đi trong danh sách, mở' },
      { keys: 'Space, Shift', does: 'chọn một, chọn một dải' },
    ],
  },
  {
    path: '/khu',
    title: 'Khu, phòng, giường',
    lead: 'Xem chỗ trống, xếp người vào giường, chuyển và đổi giường.',
    steps: [
      'Mỗi chỗ có ba con số: sức chứa tối đa, số giường đang dùng, số người đang ở.',
      'Khi xếp, giường hợp nhất đứng đầu; giường không được thì ghi rõ lý do và cách để được.',
      'Quy định mềm cho phép đi tiếp khi ghi lý do; quy định cứng thì không.',
      'Hai máy cùng chọn một giường: một máy được, máy kia được báo ai vừa ở đó.',
    ],
  },
  {
    path: '/quy-trinh',
    title: 'Quy trình cai nghiện',
    lead: 'Ai ở giai đoạn nào, kế hoạch, buổi tư vấn, xếp loại tháng, tháng hành động.',
    steps: [
      'Bấm con số trong bảng để xem người ở giai đoạn đó; quá hạn có màu đỏ và chữ.',
      'Kết thúc giai đoạn trước hạn của luật thì bị từ chối, kèm điều luật và ngày sớm nhất.',
      'Ghi chép chung của một buổi hiện ở trang của mọi người dự; ghi riêng chỉ người ghi và trưởng cơ sở xem được.',
      'Xếp loại khác đề xuất, hoặc kém, phải ghi lý do; tháng đã duyệt thì khóa.',
    ],
    keys: [
      { keys: 'C V P O L', does: 'điểm danh: có mặt, vắng, phép, ốm, lao động' },
      { keys: 'T K B E', does: 'xếp loại: tốt, khá, trung bình, kém' },
      { keys: '↑ ↓', does: 'đi trong bảng' },
    ],
  },
  {
    path: '/khu/canh-bao',
    title: 'Cảnh báo',
    lead: 'Những điều phải biết trước khi xếp giường, cho ra ngoài, cho gặp một người.',
    steps: [
      'Danh sách xếp theo ngày xem lại; quá hạn đứng đầu và hiện ở màn hình Hôm nay.',
      'Ghi cảnh báo khi tiếp nhận, hoặc ở trang của học viên, mục Tổng quan: chọn loại, ghi cần lưu ý gì và căn cứ.',
      'Xem lại: sửa nội dung, đặt ngày xem lại sau. Hết nguy cơ thì đóng, ghi lý do; nội dung cũ vẫn còn.',
      'Cảnh báo y tế: chỉ y tế xem được nội dung, người khác chỉ thấy “Lưu ý y tế”.',
      'Khi xếp giường, cảnh báo hỏi lý do; người cần bảo vệ không được xếp cùng phòng với người có nguy cơ bạo lực.',
    ],
  },
  {
    path: '/viec',
    title: 'Việc của tôi',
    lead: 'Việc phải làm theo luật và quy ước của cơ sở, của vai trò mình, việc đến hạn trước ở trên.',
    steps: [
      'Lọc theo người làm, hạn, việc, khu; bộ lọc nằm trong địa chỉ.',
      'Cột Căn cứ cho biết điều luật, biểu mẫu, bản quy định và khi nào báo Trưởng cơ sở.',
      'Đánh dấu một hay nhiều dòng, bấm Ghi đã làm, không phải làm. Thông báo phải ghi cách gửi, ngày gửi.',
      'Việc trở lại, xếp giường, giấy tờ, cảnh báo tự xong khi ghi ở chỗ của nó.',
      'In danh sách ngày: việc quá hạn và đến hạn hôm nay, có ô ký.',
    ],
  },
  {
    path: '/quan-tri/quy-dinh',
    title: 'Quy định',
    lead: 'Giá trị đang áp dụng của từng quy định, với ngày hiệu lực, căn cứ và mức chắc chắn.',
    steps: [
      'Tìm theo mã, nội dung, điều. Dòng có dấu cảnh báo là chưa có văn bản quy định rõ.',
      'Bấm Sửa, nhập giá trị mới, ngày có hiệu lực, căn cứ, lý do.',
      'Xem điều gì thay đổi cho người đang ở đây, rồi mới lưu được.',
      'Sau khi lưu, thời hạn và việc đến hạn của mọi người được tính lại dần.',
    ],
  },
  {
    path: '/tham-gap',
    title: 'Thăm gặp, điện thoại, thư, quà',
    lead: 'Đăng ký, cho gặp, ghi cuộc gọi, thư, quà theo quy định của ngày ghi.',
    steps: [
      'Đăng ký thăm gặp: chọn học viên, người thăm, phòng. Chưa được thì ô đỏ nói vì sao, điều nào, làm thế nào thì được.',
      'Người thăm lần đầu: quét mã QR trên thẻ căn cước, ghi giấy tờ chứng minh quan hệ.',
      'Hôm nay: lấy số, bắt đầu, kết thúc; đồng hồ báo còn mấy phút. Trưởng cơ sở cho thêm giờ.',
      'Tiền gửi khi thăm gặp ghi lúc kết thúc, vào thẳng sổ lưu ký.',
      'Cuộc gọi đăng ký nội dung trước. Đồ không được nhận thì trả lại, có lý do và người ký.',
    ],
  },
  {
    path: '/khu/khong-xep-chung',
    title: 'Không xếp chung',
    lead: 'Các cặp không được ở gần nhau: cùng phòng, khu, lớp, buổi thăm.',
    steps: [
      'Ghi cặp mới ở trang của học viên, mục Tổng quan, ô Không xếp chung.',
      'Chọn mức, vai của mỗi người, căn cứ; để trống ngày xem lại thì chương trình nhắc sau 90 ngày.',
      'Lọc “Đang ở quá gần nhau” để thấy cặp phải chuyển ngay.',
    ],
  },
  {
    path: '/khu/ra-soat',
    title: 'Rà soát chỗ ở',
    lead: 'Những giường đang có người mà trái quy định xếp chỗ vì có việc khác thay đổi.',
    steps: [
      'Máy chủ tự rà soát hằng đêm; bấm Rà soát ngay để xem lúc này.',
      'Chưa sửa được thì bấm Ghi nhận và ghi vì sao tạm để như vậy.',
      'Vi phạm tự đóng khi lần rà soát sau không còn thấy.',
    ],
  },
  {
    path: '/khu/ngung-su-dung',
    title: 'Ngừng sử dụng giường, phòng',
    lead: 'Giường, phòng, khu đang ngừng, hẹn ngừng và lịch sử.',
    steps: [
      'Bấm Ngừng phòng, khu… và chọn nơi; còn người thì chương trình nêu tên và giúp tìm giường khác.',
      'Chọn Từ ngày sau hôm nay để hẹn trước.',
      'Quá ngày dự kiến dùng lại thì có dòng nhắc ở Hôm nay.',
    ],
  },
  {
    path: '/don',
    title: 'Đơn từ',
    lead: 'Sổ đơn, nguyện vọng, phản ánh, khiếu nại, tố cáo.',
    steps: [
      'Bấm Nhận đơn; ai đang trực cũng nhận được, cả thư không ghi tên trong hộp thư.',
      'Đơn có số và hạn; giao người giải quyết, trả lời có số văn bản, in ra để ký.',
      'Đơn về cán bộ chỉ trưởng cơ sở, kiểm tra và người được giao xem được.',
      'Xu hướng cho thấy khu nào, loại nào nhiều lên.',
    ],
  },
  {
    path: '/quan-so',
    title: 'Quân số',
    lead: 'Đếm số người trong danh sách, có mặt, trong khu, lúc này hoặc bất kỳ lúc nào đã qua.',
    steps: [
      'Chọn ngày giờ để xem quân số lúc đó; con số tính lại từ các việc đã ghi.',
      'Bấm một con số để xem tên từng người đứng sau nó.',
    ],
  },
  {
    path: '/diem-danh',
    title: 'Điểm danh, giao ca',
    lead: 'Đếm từng phòng, so với sổ, giải trình chỗ lệch, hai ca cùng ký.',
    steps: [
      'Bấm Đếm ở khu của mình. Enter: đủ như sổ; − và +: bớt, thêm một; gõ số khi khác nhiều; Ctrl Z: hoàn tác.',
      'Số ghi xong được giữ ngay; mỗi phòng được so với sổ đúng phút đếm, nên người đi lại không làm sai.',
      'Phòng lệch: bấm Vắng ở tên người thiếu, hoặc tìm người thừa, rồi chọn lý do. Bỏ trốn được ghi ngay từ đó.',
      'Ký giao ca: người đang đăng nhập là ca giao; ca nhận nhập tên và mật khẩu của mình. Phiếu khóa lại khi ký.',
      'Phiếu trống để đếm trên giấy; nhập lại sau với đúng giờ đã đếm.',
    ],
  },
  {
    path: '/ca-truc',
    title: 'Ca trực, tổ',
    lead: 'Ai trực ca nào, tổ nào do ai phụ trách, cán bộ làm ở khu nào.',
    steps: [
      'Bảng trực: thêm người vào ca, chọn chốt; Chép ngày trước ghi lại người của hôm trước.',
      'Tổ: mỗi tổ một cán bộ phụ trách; gõ tên để xếp học viên vào. Người đang ở tổ khác sẽ chuyển sang.',
      'Khu phụ trách: bật thì quản lý khu chỉ mở được hồ sơ người của khu mình.',
      'Giờ giao ca là nội quy của cơ sở, có ngày áp dụng; ca đã qua giữ giờ cũ.',
    ],
  },
  {
    path: '/nhap-danh-sach',
    title: 'Nhập danh sách Excel',
    lead: 'Đưa danh sách cũ vào, từng dòng đều được xét trước khi ghi.',
    steps: [
      'Chọn tệp .xlsx; chương trình tự nhận cột theo nghĩa của tiêu đề, sửa lại được.',
      'Xem thử: dòng nào nhập được, dòng nào trùng, dòng nào sai và vì sao. Chưa ghi gì cả.',
      'Dòng trùng để riêng chờ bạn quyết; dòng sai tải ra Excel để sửa rồi nhập tiếp.',
      'Nhập nhầm thì hủy cả lần nhập.',
    ],
  },
  {
    path: '/quan-tri/nguoi-dung',
    title: 'Người dùng và vai trò',
    lead: 'Lập tài khoản cho từng người và chọn vai trò theo việc người đó làm.',
    steps: [
      'Mỗi người một tài khoản, không dùng chung. Mật khẩu lần đầu phải được đổi khi đăng nhập.',
      'Quyền theo vai trò; Bảng quyền cho thấy vai trò nào được làm gì.',
      'Sửa vai trò, khóa tài khoản, đặt lại mật khẩu cần xác nhận bằng mật khẩu của bạn.',
      'Khóa tài khoản có hiệu lực trong một giây trên mọi máy.',
      'Luôn phải còn ít nhất một quản trị viên đang dùng.',
    ],
  },
  {
    path: '/quan-tri/co-so',
    title: 'Cơ sở và lịch',
    lead: 'Tên, người đứng đầu, cấp trên của cơ sở theo từng thời gian; ngày nghỉ lễ và ngày làm bù.',
    steps: [
      'Đổi tên hoặc người đứng đầu: thêm thông tin mới từ một ngày. Giấy tờ cũ vẫn mang tên cũ.',
      'Khi có thông báo nghỉ lễ của năm, sửa lịch năm đó; các hạn theo ngày làm việc được tính lại.',
    ],
  },
  {
    path: '/quan-tri/thiet-bi',
    title: 'Thiết bị',
    lead: 'Cho máy trạm vào máy chủ qua mạng nội bộ, và cắt máy không còn dùng.',
    steps: [
      'Mở mạng nội bộ một lần; máy lạ vẫn không vào được.',
      'Thêm máy trạm: cấp mã, nhập mã ở máy mới trong 10 phút. Mỗi mã chỉ ghép được một máy.',
      'Máy mất, hỏng hoặc chuyển đi: thu hồi. Máy bị cắt ngay, không lấy lại được.',
      'Máy trạm báo khóa máy chủ đã đổi: so dấu vân khóa ở đó với dấu vân khóa ở trang này trước khi làm gì.',
    ],
  },
  {
    path: '/quan-tri/may-chu',
    title: 'Máy chủ',
    lead: 'Xem máy giữ dữ liệu có ổn không.',
    steps: [
      '“Cần để ý” là việc phải xử lý: đĩa đầy, sao lưu cũ, đồng hồ lệch.',
      'Đồng hồ ở góc trên là giờ của máy chủ; mọi việc ghi theo giờ này.',
    ],
  },
  {
    path: '/quan-tri/sao-luu',
    title: 'Sao lưu',
    lead: 'Lấy bản sao dữ liệu khi mọi người vẫn làm việc, theo lịch hoặc ngay; mỗi bản được mở thử.',
    steps: [
      'Bấm “Sao lưu ngay”, chờ kết quả “Đã mở thử, đạt”.',
      'Chọn thư mục ở ổ ngoài, bấm “Lưu lịch”: mỗi đêm một bản niêm phong, mỗi tháng một bản lưu trữ.',
      'Bản niêm phong chỉ mở được bằng phiếu phục hồi; lập phiếu ở trang Khóa.',
    ],
  },
  {
    path: '/quan-tri/phuc-hoi',
    title: 'Phục hồi',
    lead: 'Quay lại dữ liệu của một bản sao lưu; dữ liệu đang dùng được giữ trong tệp riêng.',
    steps: [
      'Chọn bản, bấm “Xem trước”: bản đó có gì, so với hiện tại sẽ mất gì.',
      'Gõ tên cơ sở, nhập lại mật khẩu. Máy chủ ngừng ít phút rồi tự chạy lại; mọi người đăng nhập lại.',
    ],
  },
  {
    path: '/quan-tri/khoa',
    title: 'Khóa',
    lead: 'Phiếu phục hồi trên giấy là cách duy nhất mở dữ liệu khi mất khóa.',
    steps: [
      'Lập phiếu, in hai bản, gõ lại hai dòng; cất vào hai phong bì ở hai nơi.',
      'Mỗi quý thử một lần: mở bản niêm phong mới nhất chỉ bằng tờ giấy.',
      'Thay khóa dữ liệu khi nghi tệp khóa bị sao chép.',
    ],
  },
  {
    path: '/quan-tri/cap-nhat',
    title: 'Cập nhật',
    lead: 'Đưa bản mới của chương trình đến các máy, không cần Internet.',
    steps: [
      'Đưa bản cập nhật lên: từ USB cắm ở máy chủ, hoặc chọn tất cả tệp trong thư mục của bản phát hành.',
      'Máy chủ chỉ nhận bản có chữ ký của nơi phát hành, còn hạn và không cũ hơn bản đã có.',
      'Cho một máy thử 24 giờ, rồi mở cho mọi máy. Mở sớm hơn thì ghi lý do.',
      'Mỗi máy tự tải, tự kiểm tra, và cài khi người dùng bấm. Bản có lỗi thì thu hồi.',
    ],
  },
  {
    path: '/quan-tri/nhat-ky',
    title: 'Nhật ký',
    lead: 'Ai đã xem, ai đã sửa, lúc nào, ở máy nào. Không ai sửa hay xóa được mục đã ghi mà không bị phát hiện.',
    steps: [
      'Lọc theo việc; bấm tên học viên để mở hồ sơ.',
      '“Kiểm tra toàn bộ” đọc lại cả chuỗi và chỉ ra mục bị sửa, bị bỏ, bị chèn, bị đổi chỗ.',
      'Quản trị viên chỉ thấy phần kỹ thuật, không thấy tên học viên.',
    ],
  },
]

/** Keys that work on every screen. */
export const COMMON_KEYS: readonly { keys: string; does: string }[] = [
  { keys: 'Ctrl K', does: 'tìm người, việc, lệnh' },
  { keys: 'Enter', does: 'sang ô kế tiếp trong biểu' },
  { keys: 'Ctrl Enter', does: 'lưu biểu' },
  { keys: 'Esc', does: 'đóng; hỏi lại nếu có gì sẽ mất' },
  { keys: 'Esc Esc', does: 'khóa màn hình' },
]

/** The topic of a screen's address; the longest that fits. */
export function topicFor(path: string): HelpTopic | undefined {
  return HELP_TOPICS.filter(
    (topic) => path === topic.path || (topic.path !== '/' && path.startsWith(`${topic.path}/`)),
  ).toSorted((a, b) => b.path.length - a.path.length)[0]
}
