import type { NoticeTexts } from './notice-code';

const AGAIN = 'Hãy quay lại ứng dụng trong trang quản trị Haravan và bắt đầu lại.';

export const VIETNAMESE: NoticeTexts = {
  denied: { title: 'Bạn chưa cấp quyền', text: `Không có gì được kết nối. ${AGAIN} Ở trang cấp quyền, chọn đồng ý.` },
  state_unknown: { title: 'Liên kết không hợp lệ', text: `Liên kết này không do ứng dụng tạo ra. ${AGAIN}` },
  state_expired: { title: 'Liên kết đã hết hạn', text: `Bạn đã dừng quá lâu ở trang cấp quyền. ${AGAIN}` },
  state_replayed: {
    title: 'Liên kết đã được sử dụng',
    text: `Mỗi liên kết chỉ dùng được một lần. Nếu gian hàng chưa hiện trong ứng dụng: ${AGAIN}`,
  },
  state_foreign: {
    title: 'Liên kết không thuộc về trình duyệt này',
    text: `Liên kết được tạo từ một trình duyệt khác, nên không có gì được kết nối. ${AGAIN}`,
  },
  code_refused: { title: 'Mã cấp quyền không còn dùng được', text: `Mã đã được dùng hoặc đã hết hạn. ${AGAIN}` },
  platform_unavailable: {
    title: 'Sàn đang không phản hồi',
    text: 'Không có gì được thay đổi. Hãy thử lại sau vài phút từ ứng dụng trong trang quản trị Haravan.',
  },
  not_owner: {
    title: 'Cần tài khoản chủ cửa hàng',
    text: 'Chỉ chủ cửa hàng (tài khoản có vai trò admin) mới làm được việc này. Hãy nhờ chủ cửa hàng đăng nhập và thực hiện.',
  },
  other_org: {
    title: 'Sai cửa hàng Haravan',
    text: 'Bạn đang đăng nhập Haravan ở một cửa hàng khác. Hãy đăng xuất khỏi Haravan, đăng nhập đúng cửa hàng rồi bắt đầu lại.',
  },
  other_country: {
    title: 'Gian hàng không thuộc Lazada Việt Nam',
    text: 'Ứng dụng chỉ kết nối gian hàng Lazada Việt Nam. Hãy kết nối lại và đăng nhập bằng tài khoản nhà bán hàng tại Việt Nam.',
  },
  other_tenant: {
    title: 'Gian hàng đã kết nối với cửa hàng khác',
    text: 'Gian hàng Lazada này đang kết nối với một cửa hàng Haravan khác. Hãy ngắt kết nối ở cửa hàng đó trước, rồi kết nối lại tại đây.',
  },
  other_seller: {
    title: 'Tài khoản Lazada không đúng',
    text: 'Bạn vừa đăng nhập một gian hàng khác với gian hàng đang kết nối. Hãy làm mới quyền truy cập bằng đúng gian hàng cũ, hoặc ngắt kết nối gian hàng cũ trước.',
  },
  unknown_connection: {
    title: 'Gian hàng không còn kết nối',
    text: 'Gian hàng này đã được ngắt kết nối. Hãy mở ứng dụng và chọn Kết nối kênh bán hàng.',
  },
  not_installed: {
    title: 'Ứng dụng chưa được cài đặt',
    text: 'Cửa hàng chưa cài đặt ứng dụng, hoặc đã gỡ. Hãy cài đặt lại từ trang quản trị Haravan.',
  },
  ticket_unknown: { title: 'Liên kết không hợp lệ', text: `Liên kết này không do ứng dụng tạo ra. ${AGAIN}` },
  ticket_expired: { title: 'Liên kết đã hết hạn', text: `Liên kết chỉ có hiệu lực trong vài phút. ${AGAIN}` },
  ticket_replayed: { title: 'Liên kết đã được sử dụng', text: `Mỗi liên kết chỉ dùng được một lần. ${AGAIN}` },
  launch_forged: {
    title: 'Không mở được ứng dụng',
    text: 'Chữ ký của Haravan không đúng. Hãy mở lại ứng dụng từ trang quản trị Haravan.',
  },
  launch_stale: {
    title: 'Trang đã mở quá lâu',
    text: 'Liên kết mở ứng dụng đã hết hạn. Hãy tải lại trang quản trị Haravan rồi mở lại ứng dụng.',
  },
  session_ended: {
    title: 'Phiên làm việc đã kết thúc',
    text: 'Hãy tải lại trang quản trị Haravan để mở lại ứng dụng. Nếu trang này vẫn hiện ra, hãy cho phép cookie của ứng dụng trong trình duyệt.',
  },
  disconnected: {
    title: 'Đã ngắt kết nối',
    text: 'Mọi đồng bộ đã dừng. Sản phẩm và đơn hàng ở cả hai bên được giữ nguyên.',
  },
};
