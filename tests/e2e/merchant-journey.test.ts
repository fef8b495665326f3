import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readIssueTotal } from '@/tests/browser/issues-screen';
import type { MerchantBrowser } from '@/tests/browser/merchant-browser';
import { cancelOrders, makeReadyToShip, printLabels } from '@/tests/browser/orders-screen';
import { publishAll, readProductCounts, searchProducts, unpublishProduct } from '@/tests/browser/products-screen';
import { agreeToPreview, disconnectShop, save, turnOn, untilSaved } from '@/tests/browser/settings-screen';
import { waitUntilRight } from '@/tests/controls/wait-until';
import { openStage, type Stage } from './stage';

// One merchant's life, in order: each part goes on where the one before it ended.
let stage: Stage;
let hands: MerchantBrowser;
const seen = (name: string | RegExp) => hands.app.getByText(name).first().waitFor();

beforeAll(async () => {
  stage = await openStage(0);
  hands = await stage.open();
  await hands.install();
});
afterAll(() => stage?.close());

let isBroken = false;
beforeEach(({ skip }) => skip(isBroken, 'an earlier part failed'));
afterEach(({ task }) => {
  isBroken ||= task.result?.state === 'fail';
});

async function settled(): Promise<void> {
  await hands.open('Sản phẩm');
  await waitUntilRight('products', async () => {
    const counts = await readProductCounts(hands.app);
    return counts['Đang chờ'] > 0 || counts['Đã đồng bộ'] === 0 ? [JSON.stringify(counts)] : [];
  });
}

describe('Kết nối', () => {
  test('R1.2 states what is needed before, with a link to the password', async () => {
    await seen(/đã được kích hoạt trên Lazada Seller Center/);
    await seen(/Lazada Open Platform/);
    expect(await hands.app.getByRole('link', { name: 'Xem cách đổi mật khẩu' }).getAttribute('href')).toMatch(
      /^https:/,
    );
  });

  test('R1.3 a refusal on Lazada leaves nothing half-connected and says what to do', async () => {
    await hands.app.getByRole('button', { name: 'Kết nối kênh bán hàng' }).click();
    const { page } = hands;
    const cancel = page.getByRole('link', { name: 'Cancel' });
    await cancel.or(page.getByRole('button', { name: 'Đăng nhập' })).waitFor();
    await hands.proveOwner();
    await cancel.click();
    await page.getByRole('heading', { name: 'Bạn chưa cấp quyền' }).waitFor();
    await page.getByRole('link', { name: /Haravan/ }).click();
    await hands.app.getByRole('button', { name: 'Kết nối kênh bán hàng' }).waitFor();
  });

  test('R1.2 connected after the return, without another step; the home page says what comes next', async () => {
    await hands.connect();
    await seen(/Đã kết nối/);
    await seen('Việc cần làm để bắt đầu');
  });
});

describe('Cấu hình', () => {
  const lists: Record<string, string> = {};

  test('R3.1 asks before a switch goes on, and keeps what was chosen when the answer is no', async () => {
    await hands.open('Cấu hình');
    await turnOn(hands.app, 'Giá');
    await turnOn(hands.app, 'Số lượng');
    await save(hands.app);
    const dialog = hands.app.getByRole('dialog', { name: 'Bật đồng bộ?' });
    lists.preview = (await dialog.textContent()) ?? '';
    expect(lists.preview).toMatch(/SKU sẽ về 0/);
    expect(lists.preview).toMatch(/SKU đổi giá hơn 30 %/);
    await dialog.getByRole('button', { name: 'Đóng' }).last().click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await hands.app.getByRole('switch', { name: 'Giá' }).isChecked()).toBe(true);
    await seen('Có thay đổi chưa lưu');
  });

  test('leaving with changes asks, and stays when the answer is no', async () => {
    const asked: string[] = [];
    hands.page.once('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await hands.app.getByRole('link', { name: 'Sản phẩm' }).click();
    await expect.poll(() => asked.length).toBe(1);
    expect(asked[0]).toMatch(/chưa lưu/);
    await seen('Có thay đổi chưa lưu');
  });

  test('R3.1 saved after the yes', async () => {
    await save(hands.app);
    await agreeToPreview(hands.app);
    await untilSaved(hands.app);
  });

  test('an error stands next to its field, and what was chosen stays', async () => {
    await hands.app.getByRole('radio', { name: 'Chọn kho' }).check();
    await save(hands.app);
    await hands.app.getByRole('alert').filter({ hasText: 'Chọn ít nhất một kho' }).waitFor();
    expect(await hands.app.getByRole('radio', { name: 'Chọn kho' }).isChecked()).toBe(true);
    await hands.app.getByRole('button', { name: 'Bỏ thay đổi' }).click();
    await untilSaved(hands.app);
  });

  test('R4.5 recommends processing at Lazada', async () => {
    const ways = hands.app.getByRole('radiogroup', { name: 'Xử lý đơn hàng' });
    expect(await ways.getByRole('radio', { name: /^Lazada Nên chọn/ }).isChecked()).toBe(true);
  });

  test('R1.4 shows until when the access must be renewed', async () => {
    await seen(/\d{2}\/\d{2}\/\d{4} \(còn \d+ ngày\)/);
  });
});

describe('Sản phẩm', () => {
  test('R2.2 publishes all that match; the progress survives a reload', async () => {
    await hands.open('Sản phẩm');
    await publishAll(hands.app);
    await hands.openApp();
    await hands.open('Sản phẩm');
    await seen(/Đang đăng sản phẩm|Lần đăng lúc/);
    await settled();
  });

  test('R2.4 finds a product without marks, with its pair', async () => {
    const before = await readProductCounts(hands.app);
    expect(before['Đã đồng bộ'] + before.Lỗi).toBe(before['Tất cả']);
    await searchProducts(hands.app, 'ao dai');
    await hands.app
      .getByRole('rowheader', { name: /^Áo dài/ })
      .first()
      .waitFor();
    await seen('↔');
  });

  test('R2.7 taking off asks first, and Lazada keeps its product', async () => {
    const title =
      (await hands.app
        .getByRole('rowheader', { name: /^Áo dài/ })
        .first()
        .textContent()) ?? '';
    const skus = (await stage.lazada.seller(stage.seller.sellerId)).items.flatMap((item) => item.skus).length;
    await unpublishProduct(hands.app, title);
    await seen('Chưa đăng');
    const { items } = await stage.lazada.seller(stage.seller.sellerId);
    expect(items.flatMap((item) => item.skus)).toHaveLength(skus);
  });
});

describe('Lỗi', () => {
  test('R2.5 says what the help page says: message, cause, remedy', async () => {
    await hands.open('Lỗi');
    await seen(/default title không có barcode$/);
    await seen('Phiên bản thiếu barcode tại Haravan.');
    await seen('Bổ sung barcode cho phiên bản đó ở Haravan.');
    await seen(/^Lazada Error .* SELLER_SKU_NOT_FOUND$/);
    await seen(/^The price is out of range, should between \(/);
  });

  test('R2.5 one, a group or all can be tried again; what is still wrong stays', async () => {
    const before = await readIssueTotal(hands.app);
    await hands.app.getByRole('button', { name: 'Thử lại', exact: true }).first().click();
    await seen(/^Đang thử lại 1 lỗi/);
    await hands.app.getByRole('button', { name: /^Thử lại nhóm Thiếu barcode/ }).click();
    await hands.app.getByRole('button', { name: 'Thử lại tất cả' }).click();
    await waitUntilRight('the errors', async () => {
      const now = await readIssueTotal(hands.app);
      return now === before ? [] : [`${now}, not ${before}`];
    });
  });
});

describe('Đơn hàng', () => {
  const orders: string[] = [];
  const place = async () => {
    const { items } = await stage.lazada.seller(stage.seller.sellerId);
    const good = items.flatMap((item) => item.skus).find((sku) => sku.sellable > 20 && sku.priceWrites > 0);
    if (!good) throw new Error('nothing to buy');
    return stage.lazada.buy(stage.seller.sellerId, { lines: [{ sellerSku: good.sellerSku, quantity: 1 }] });
  };

  test('R4.1 a new order shows by itself, with its state on both sides', async () => {
    await hands.open('Đơn hàng');
    orders.push(await place(), await place());
    for (const order of orders) {
      const row = hands.app.getByRole('row').filter({ has: hands.app.getByText(order, { exact: true }) });
      await row.getByText('Chưa giao hàng').waitFor();
      await row.getByText('Chờ xác nhận').waitFor();
    }
  });

  test('R4.6 what Lazada refuses is shown as it said it, and changes nothing', async () => {
    const words = 'Order fulfilment is suspended for this seller';
    const fault = { match: { path: '/order/fulfill/pack' }, kind: 'refusal', code: '82', message: words, count: 1 };
    await stage.lazada.ask('POST', '/faults', fault);
    await makeReadyToShip(hands.app, orders.slice(0, 1));
    await seen(new RegExp(words));
    await seen(/Lazada từ chối sẵn sàng giao hàng/);
    const { orders: now } = await stage.lazada.seller(stage.seller.sellerId);
    expect(now.flatMap((order) => order.items.map((item) => item.status))).toEqual(['pending', 'pending']);
  });

  test('R4.6 Sẵn sàng giao hàng for many, and the label of one', async () => {
    await makeReadyToShip(hands.app, orders);
    await expect.poll(() => hands.app.getByText('Chờ giao hàng', { exact: true }).count(), { timeout: 20_000 }).toBe(2);
    const printed = await printLabels(hands, orders.slice(0, 1));
    expect(printed.start).toBe('%PDF-');
  });

  test('R4.6 Hủy đơn hàng asks for one of the reasons of Lazada', async () => {
    const extra = await place();
    await hands.app.getByRole('checkbox', { name: `Chọn đơn ${extra}` }).waitFor();
    await cancelOrders(hands.app, [extra], 'Sourcing Delay');
    await hands.app.getByRole('tab', { name: /^Hủy\/Chuyển hoàn 1/ }).waitFor({ timeout: 20_000 });
  });

  test('R10.2 an order tells its whole trail and can be imported again', async () => {
    await hands.app.getByRole('link', { name: orders[0] ?? '' }).click();
    await hands.app.getByRole('heading', { level: 1, name: `Đơn ${orders[0]}` }).waitFor();
    await seen('Đã tạo đơn ở Haravan');
    await hands.app.getByRole('button', { name: 'Nhập lại' }).waitFor();
  });
});

describe('Ngắt kết nối', () => {
  test('R5.1 Ngắt kết nối says what stops and what stays, then stops', async () => {
    await hands.open('Cấu hình');
    await hands.app.getByRole('button', { name: 'Ngắt kết nối' }).click();
    const dialog = hands.app.getByRole('dialog');
    await dialog.getByText(/^Sẽ dừng ngay/).waitFor();
    await dialog.getByText(/^Được giữ nguyên/).waitFor();
    await dialog.getByRole('button', { name: 'Đóng' }).last().click();
    await dialog.waitFor({ state: 'hidden' });
    await disconnectShop(hands);
    await hands.openApp();
    await hands.app.getByRole('button', { name: 'Kết nối kênh bán hàng' }).waitFor();
  });
});
