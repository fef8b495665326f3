const PAGE = '[0 0 420 298]';
const FONT = 3;

/** A small PDF 1.4 file: one A6 page (148 x 105 mm, in points) per list of ASCII lines. */
export function renderPdf(pages: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const kids = pages.map((_, index) => `${FONT + 1 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((lines, index) => pageObjects(lines, FONT + 2 + index * 2)),
  ];
  return new Uint8Array(Buffer.from(assemble(objects), 'latin1'));
}

function pageObjects(lines: readonly string[], contentId: number): string[] {
  const text = lines.map((line) => `(${escapeText(line)}) Tj 0 -24 Td`).join('\n');
  const stream = `BT /F1 14 Tf 24 250 Td\n${text}\nET`;
  const resources = `<< /Font << /F1 ${FONT} 0 R >> >>`;
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox ${PAGE} /Resources ${resources} /Contents ${contentId} 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
}

/** Header, numbered objects, the table of their offsets, trailer. */
function assemble(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  return `${file}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

function escapeText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&');
}
