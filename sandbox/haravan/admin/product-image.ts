/** A calm tile with the first letters of the name, so that lists have pictures without anything to download. */
export function productImage(name: string): string {
  const hue = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0) * 7, 0) % 360;
  const letters = name
    .replace(/[^\p{L}]/gu, '')
    .slice(0, 2)
    .toUpperCase();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="hsl(${hue} 45% 86%)"/>\
<text x="48" y="59" font-family="sans-serif" font-size="32" text-anchor="middle" fill="hsl(${hue} 40% 32%)">${letters}</text></svg>`;
}
