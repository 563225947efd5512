import type { HelpTopic } from './help-topic.ts'

/** Zones and beds, the roll, head counts and shifts. */
export const HOUSE_TOPICS: readonly HelpTopic[] = [
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
]
