import type { MailWords } from '../words.ts';

/** Vietnamese. */
export const vi: MailWords = {
  from: 'từ|người gửi',
  date: 'đã gửi|ngày|gửi lúc|ngày gửi|thời gian',
  to: 'đến|tới|người nhận',
  cc: 'đồng gửi',
  subject: 'chủ đề|tiêu đề',
  wrote: 'đã viết|viết',
  opens: 'vào|ngày|lúc',
  original: 'thư gốc|tin nhắn gốc|tin nhắn được chuyển tiếp|thư đã chuyển tiếp|forwarded message',
  device: 'đã gửi từ|gửi từ|được gửi từ|đã được gửi từ|tải outlook',
  footer: 'để hủy đăng ký',
  signOffs: 'trân trọng|thân mến|thân ái|cảm ơn|xin cảm ơn|trân trọng cảm ơn|kính thư|thân|best',
  greetings: 'chào|kính gửi|xin chào|thân gửi|dear',
  phone: 'điện thoại|đt|sđt|di động|dđ',
  fax: 'fax',
  mail: 'email|thư điện tử',
  web: 'website|trang web',
  address: 'địa chỉ|đ\\/c',
  leave: 'hủy đăng ký|huỷ đăng ký|ngừng nhận|xem trong trình duyệt',
  machine: 'không trả lời|vui lòng không phản hồi|thư tự động|email tự động',
};
