import type { HelpTopic } from './help-topic.ts'

/** What the head and administrators keep. */
export const ADMINISTRATION_TOPICS: readonly HelpTopic[] = [
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
