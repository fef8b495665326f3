import { cookies } from 'next/headers';
import { DEFAULT_LOCALE, isLocale, LOCALE_COOKIE, type Locale } from '@/app/i18n/locales';
import { compose } from '@/src/compose';
import { embeddedUrl } from './admin-url';
import { escapeHtml, htmlPage, linkButton } from './html-page';
import { NOTICE_STATUS, type NoticeCode } from './notice-code';
import { ENGLISH } from './notices.en';
import { VIETNAMESE } from './notices.vi';

const LABELS = {
  vi: {
    back: 'Về trang quản trị Haravan',
    login: 'Đăng nhập bằng Haravan',
    disconnect: 'Ngắt kết nối',
    keep: 'Giữ kết nối',
  },
  en: {
    back: 'Back to the Haravan admin',
    login: 'Log in with Haravan',
    disconnect: 'Disconnect',
    keep: 'Stay connected',
  },
} as const;

async function readLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : DEFAULT_LOCALE;
}

function adminLink(shop: string, label: string, look?: 'button plain'): string {
  const { env } = compose();
  return linkButton(embeddedUrl(env.HARAVAN_ADMIN_URL, shop, env.HARAVAN_CLIENT_ID), label, look);
}

/** The way on: to the shop's admin when we know the shop, else through the login, which also installs. */
function wayOn(locale: Locale, { shop, orgId }: Whose): string {
  const { back, login } = LABELS[locale];
  if (shop) return adminLink(shop, back);
  return linkButton(`${compose().env.APP_URL}/install${orgId ? `?orgid=${orgId}` : ''}`, login);
}

type Whose = { shop?: string; orgId?: string };

/** Says what happened and what to do, in the person's language. `whose`: as far as it is known. */
export async function notice(code: NoticeCode, whose: Whose = {}): Promise<Response> {
  const locale = await readLocale();
  const { title, text } = (locale === 'vi' ? VIETNAMESE : ENGLISH)[code];
  return htmlPage({ locale, status: NOTICE_STATUS[code], title, text, actions: wayOn(locale, whose) });
}

/** Asks the owner, who has just logged in, before a shop is disconnected (R5.1). */
export async function confirmDisconnectPage(shop: {
  token: string;
  shopName: string;
  handle: string;
}): Promise<Response> {
  const locale = await readLocale();
  const { disconnect, keep } = LABELS[locale];
  const [title, text] =
    locale === 'vi'
      ? [
          `Ngắt kết nối gian hàng ${shop.shopName}?`,
          'Đồng bộ giá, tồn kho và đơn hàng sẽ dừng ngay, và quyền truy cập Lazada bị xóa. Sản phẩm và đơn hàng ở cả hai bên được giữ nguyên.',
        ]
      : [
          `Disconnect the shop ${shop.shopName}?`,
          'Sync of prices, stock and orders stops at once, and the access to Lazada is forgotten. Products and orders stay as they are.',
        ];
  const form = `<form method="post" action="/connect/lazada/disconnect"><input type="hidden" name="token" value="${escapeHtml(shop.token)}" />
<button class="danger" type="submit">${escapeHtml(disconnect)}</button></form>`;
  return htmlPage({
    locale,
    status: 200,
    title,
    text,
    actions: `${form}${adminLink(shop.handle, keep, 'button plain')}`,
  });
}
