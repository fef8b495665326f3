import { waitUntilRight } from '@/tests/controls/wait-until';
import { anythingNotRight } from '../catalogue-check';
import { goodsOf } from '../goods';
import type { Step } from '../step';

const WAIT_MS = 30_000;
const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

const LAN = {
  name: 'Trần Thị Ngọc Lan',
  phone: '0987654321',
  province: 'Hà Nội',
  district: 'Quận Cầu Giấy',
  ward: 'Phường Dịch Vọng',
  address: '68 Trần Đăng Ninh',
};

export const ordersArrive: Step = {
  title: 'Buyers order: one is pushed, one is found by asking',
  requirements: 'R4.1, R4.3, R4.4, R4.7',
  async play(stage) {
    const { lazada, first } = stage;
    const { sellerId } = first.account.seller;
    const [shirt, shoe] = await goodsOf(stage, first, 2);
    if (!shirt || !shoe) throw new Error('two goods expected');
    const look = () => anythingNotRight(stage, first);
    const lines = [
      { sellerSku: shirt.sku.sellerSku, quantity: 2 },
      { sellerSku: shoe.sku.sellerSku, quantity: 1 },
    ];
    await lazada.buy(sellerId, { lines, voucherSeller: 5_555, voucherPlatform: 10_001, shippingFee: 16_500 });
    const pushedMs = await waitUntilRight('the order that was pushed', look, WAIT_MS);
    await lazada.setDeliveries({ lose: true });
    const paid = { payment: 'MOMO_WALLET', paid: true, shippingFee: 32_700, voucherPlatform: 7_777 } as const;
    await lazada.buy(sellerId, { lines: lines.slice(1), ...paid, buyer: LAN });
    const foundMs = await waitUntilRight('the order that nobody told of', look, WAIT_MS);
    await lazada.setDeliveries({ lose: false });
    return `in Haravan once after ${inSeconds(pushedMs)}, and after ${inSeconds(foundMs)} without a push`;
  },
};
