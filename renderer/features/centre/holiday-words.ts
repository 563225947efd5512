/** How sure a day of the calendar is. */
export const CONFIDENCE_WORDS: Readonly<Record<string, string>> = {
  verified: 'đã đối chiếu văn bản',
  secondary: 'theo nguồn thứ hai, nên đối chiếu',
  recalled: 'chưa đối chiếu văn bản',
  expected: 'dự kiến theo luật, chờ thông báo của năm',
  house: 'cơ sở tự ghi',
}
