export type District = { id: number; provinceId: number; name: string; wards: readonly Ward[] };
export type Ward = readonly [id: number, name: string];

const HANOI = 1;
const DA_NANG = 32;
const HO_CHI_MINH = 50;

/** A few of three cities. Ids and codes of the documented ones are Haravan's (haravan.md §2.23). */
export const DISTRICTS: readonly District[] = [
  {
    id: 1,
    provinceId: HANOI,
    name: 'Quận Ba Đình',
    wards: [
      [1, 'Phường Phúc Xá'],
      [4, 'Phường Trúc Bạch'],
      [13, 'Phường Điện Biên'],
    ],
  },
  {
    id: 2,
    provinceId: HANOI,
    name: 'Quận Hoàn Kiếm',
    wards: [
      [37, 'Phường Hàng Bạc'],
      [52, 'Phường Hàng Trống'],
      [55, 'Phường Cửa Nam'],
    ],
  },
  {
    id: 5,
    provinceId: HANOI,
    name: 'Quận Cầu Giấy',
    wards: [
      [157, 'Phường Nghĩa Đô'],
      [160, 'Phường Nghĩa Tân'],
      [166, 'Phường Dịch Vọng'],
    ],
  },
  {
    id: 6,
    provinceId: HANOI,
    name: 'Quận Đống Đa',
    wards: [
      [178, 'Phường Cát Linh'],
      [187, 'Phường Láng Thượng'],
      [199, 'Phường Láng Hạ'],
    ],
  },
  {
    id: 16,
    provinceId: HANOI,
    name: 'Huyện Sóc Sơn',
    wards: [
      [376, 'Thị trấn Sóc Sơn'],
      [379, 'Xã Bắc Sơn'],
    ],
  },
  {
    id: 331,
    provinceId: DA_NANG,
    name: 'Quận Liên Chiểu',
    wards: [
      [20194, 'Phường Hòa Hiệp Bắc'],
      [20197, 'Phường Hòa Khánh Bắc'],
    ],
  },
  {
    id: 333,
    provinceId: DA_NANG,
    name: 'Quận Hải Châu',
    wards: [
      [20227, 'Phường Thanh Bình'],
      [20236, 'Phường Thạch Thang'],
      [20242, 'Phường Hải Châu I'],
    ],
  },
  {
    id: 334,
    provinceId: DA_NANG,
    name: 'Quận Sơn Trà',
    wards: [
      [20263, 'Phường Thọ Quang'],
      [20275, 'Phường An Hải Bắc'],
    ],
  },
  {
    id: 466,
    provinceId: HO_CHI_MINH,
    name: 'Quận 1',
    wards: [
      [26734, 'Phường Tân Định'],
      [26737, 'Phường Đa Kao'],
      [26740, 'Phường Bến Nghé'],
    ],
  },
  {
    id: 468,
    provinceId: HO_CHI_MINH,
    name: 'Quận 3',
    wards: [
      [27127, 'Phường 14'],
      [27139, 'Phường Võ Thị Sáu'],
    ],
  },
  {
    id: 472,
    provinceId: HO_CHI_MINH,
    name: 'Quận 7',
    wards: [
      [27466, 'Phường Tân Thuận Đông'],
      [27490, 'Phường Phú Mỹ'],
    ],
  },
  {
    id: 476,
    provinceId: HO_CHI_MINH,
    name: 'Quận 11',
    wards: [
      [27208, 'Phường 15'],
      [27211, 'Phường 05'],
    ],
  },
  {
    id: 478,
    provinceId: HO_CHI_MINH,
    name: 'Quận Bình Thạnh',
    wards: [
      [26905, 'Phường 13'],
      [26914, 'Phường 25'],
    ],
  },
  {
    id: 481,
    provinceId: HO_CHI_MINH,
    name: 'Quận Phú Nhuận',
    wards: [
      [27055, 'Phường 03'],
      [27043, 'Phường 04'],
    ],
  },
  {
    id: 483,
    provinceId: HO_CHI_MINH,
    name: 'Thành phố Thủ Đức',
    wards: [
      [26800, 'Phường Linh Trung'],
      [26824, 'Phường Hiệp Bình Chánh'],
    ],
  },
];
