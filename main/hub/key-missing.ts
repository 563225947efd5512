/** What a write without an idempotency key is answered: a client of ours always sends one. */
export const KEY_MISSING = 'Yêu cầu thiếu mã chống gửi trùng. Tải lại trang và làm lại.'
