import type { HelpTopic } from './help-topic.ts'

/** The day with people: what is due, their pages, care, outings, visits, money, incidents. */
export const DAY_TOPICS: readonly HelpTopic[] = [
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
    path: '/ky-luat',
    title: 'Kỷ luật, khen thưởng',
    lead: 'Mỗi học viên một vụ, từ đề xuất đến khi thi hành xong; hệ quả kèm điều luật.',
    steps: [
      '“Đề xuất”: đánh dấu được nhiều người; chương trình chỉ đưa ra hình thức mà luật của ngày đó có.',
      'Bấm một dòng: việc tiếp theo, hội đồng, quyết định, văn bản, hệ quả và những gì đã làm.',
      'Khu dành riêng: chọn giường khi thi hành, xem lại đúng ngày hẹn, chuyển về khu cũ khi hết hạn.',
      'Khiếu nại ghi vào Đơn từ với hạn của luật; hủy quyết định thì hệ quả thôi áp dụng.',
    ],
  },
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
]
