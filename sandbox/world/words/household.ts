import { PAIR, SOFT } from './colors';
import type { Template } from './template';

const KITCHEN = 'Nhà bếp';
const HOME = 'Đồ gia dụng';

const single = (title: string, code: string, type: string, priceFrom: number, priceTo: number): Template => ({
  title,
  code,
  type,
  priceFrom,
  priceTo,
  ean: true,
});

export const HOUSEHOLD: readonly Template[] = [
  single('Nồi inox 3 đáy 20 cm', 'NI-20', KITCHEN, 249, 329),
  single('Nồi inox 3 đáy 24 cm', 'NI-24', KITCHEN, 319, 399),
  single('Chảo chống dính vân đá 26 cm', 'CC-26', KITCHEN, 189, 259),
  single('Bộ nồi chảo men sứ 5 món', 'BN-5', KITCHEN, 890, 1290),
  single('Ấm siêu tốc 1,8 lít', 'AS-18', KITCHEN, 259, 359),
  single('Thớt gỗ teak chống mốc', 'TG-TEAK', KITCHEN, 129, 189),
  single('Bộ dao inox 6 món', 'BD-6', KITCHEN, 219, 319),
  single('Hộp cơm giữ nhiệt 3 ngăn', 'HC-3', KITCHEN, 179, 249),
  single('Bộ 6 ly thủy tinh 350 ml', 'LY-350', KITCHEN, 99, 149),
  single('Máy xay sinh tố mini', 'MX-MINI', KITCHEN, 299, 449),
  single('Cân nhà bếp điện tử 5 kg', 'CN-5', KITCHEN, 119, 169),
  single('Phin pha cà phê nhôm', 'PC-NHOM', KITCHEN, 39, 69),
  single('Đèn bàn học chống cận', 'DB-HOC', HOME, 199, 299),
  single('Quạt mini để bàn sạc USB', 'QM-USB', HOME, 149, 219),
  single('Cây lau nhà xoay 360°', 'CL-360', HOME, 229, 329),
  single('Kệ giày dép 5 tầng', 'KG-5', HOME, 189, 269),
  single('Móc treo quần áo (vỉ 10 cái)', 'MT-10', HOME, 35, 59),
  single('Túi giặt lưới bảo vệ đồ', 'TG-LUOI', HOME, 29, 49),
  single('Nến thơm tinh dầu sả chanh', 'NT-SACHANH', HOME, 89, 139),
  single('Thảm chùi chân sợi microfiber', 'TC-MICRO', HOME, 59, 99),
  single('Gối memory foam chữ U', 'GM-U', HOME, 139, 199),
  single('Nước giặt hương hoa mai 3,5 kg', 'NG-35', HOME, 119, 159),
  {
    title: 'Bình giữ nhiệt inox 500 ml',
    code: 'BG-500',
    type: KITCHEN,
    priceFrom: 159,
    priceTo: 239,
    colors: SOFT,
    ean: true,
  },
  {
    title: 'Hộp đựng thực phẩm nắp gài',
    code: 'HD-NAP',
    type: KITCHEN,
    priceFrom: 49,
    priceTo: 129,
    sizes: ['500 ml', '1 lít', '2 lít'],
    ean: true,
  },
  {
    title: 'Bộ chăn ga gối cotton',
    code: 'CG-COT',
    type: HOME,
    priceFrom: 590,
    priceTo: 890,
    colors: SOFT,
    sizes: ['1m6', '1m8'],
    ean: true,
  },
  { title: 'Khăn tắm sợi tre', code: 'KT-TRE', type: HOME, priceFrom: 89, priceTo: 139, colors: SOFT, ean: true },
  { title: 'Balo laptop chống nước', code: 'BL-LAP', type: 'Phụ kiện', priceFrom: 289, priceTo: 459, colors: PAIR },
  { title: 'Thắt lưng da khóa tự động', code: 'TL-DA', type: 'Phụ kiện', priceFrom: 159, priceTo: 259, colors: PAIR },
  { title: 'Ví da nam dáng ngang', code: 'VD-NAM', type: 'Phụ kiện', priceFrom: 199, priceTo: 299, colors: PAIR },
  { title: 'Tất cổ ngắn (set 5 đôi)', code: 'TN-5', type: 'Phụ kiện', priceFrom: 59, priceTo: 89, colors: PAIR },
];
