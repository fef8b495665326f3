/** Folded names before and after the 2025 reform, and two more for the largest city. */
const PROVINCES = new Set(
  `an giang|ba ria vung tau|bac giang|bac kan|bac lieu|bac ninh|ben tre|binh dinh|binh duong|binh phuoc|binh thuan|
ca mau|can tho|cao bang|da nang|dak lak|dak nong|dien bien|dong nai|dong thap|gia lai|ha giang|ha nam|ha noi|ha tinh|
hai duong|hai phong|hau giang|hoa binh|ho chi minh|hung yen|khanh hoa|kien giang|kon tum|lai chau|lam dong|lang son|
lao cai|long an|nam dinh|nghe an|ninh binh|ninh thuan|phu tho|phu yen|quang binh|quang nam|quang ngai|quang ninh|
quang tri|soc trang|son la|tay ninh|thai binh|thai nguyen|thanh hoa|thua thien hue|hue|tien giang|tra vinh|
tuyen quang|vinh long|vinh phuc|yen bai|hcm|sai gon`
    .split('|')
    .map((name) => name.trim()),
);

const CENTRAL_CITIES = new Set(['ha noi', 'ho chi minh', 'hcm', 'da nang', 'hai phong', 'can tho', 'hue']);

/** Lower case without marks or punctuation: "Khánh Hoà" and "Khánh Hòa" become one (đ by hand: NFD keeps it). */
export function foldPlace(place: string): string {
  const plain = place.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return plain
    .replace(/\(moi\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** `likely`: a "Thành phố …" that may as well be a district of the province of that name. */
export function provinceOf(place: string): 'sure' | 'likely' | null {
  const folded = foldPlace(place).replace(/^tinh /, '');
  if (PROVINCES.has(folded)) return 'sure';
  const city = folded.replace(/^(thanh pho|tp) ?/, '');
  if (CENTRAL_CITIES.has(city)) return 'sure';
  return PROVINCES.has(city) ? 'likely' : null;
}
