import { isLabelUrl } from '@/src/sync/actions/awb-host';

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 30 * 1024 * 1024;
const MAX_HOPS = 3;
const PDF_MAGIC = '%PDF-';

export type FetchedLabel =
  | { kind: 'pdf'; bytes: Uint8Array<ArrayBuffer> }
  /** Lazada's link leads to a host that is not on the list, or to something that is not a PDF. */
  | { kind: 'refused' }
  | { kind: 'unavailable' };

type LabelSource = { fetch: typeof fetch; ownHosts: readonly string[] };

/** Follows redirects by hand, because each address must be on the list (design §6). Null: it leads elsewhere. */
async function follow(url: string, { fetch: get, ownHosts }: LabelSource): Promise<Response | null> {
  let address = url;
  for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
    if (!isLabelUrl(address, ownHosts)) return null;
    const answer = await get(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      cache: 'no-store',
    });
    const next = answer.headers.get('location');
    if (answer.status < 300 || answer.status >= 400 || next === null) return answer;
    address = new URL(next, address).toString();
  }
  return null;
}

/** Null: longer than any label. The length is counted, since a header may lie. */
async function readBytes(answer: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Fetches a carrier's label from where Lazada keeps it; only a PDF is passed on, whatever the answer calls itself. */
export async function fetchLabel(url: string, source: LabelSource): Promise<FetchedLabel> {
  try {
    const answer = await follow(url, source);
    if (answer === null) return { kind: 'refused' };
    if (!answer.ok) return { kind: 'unavailable' };
    const bytes = await readBytes(answer);
    if (bytes === null) return { kind: 'refused' };
    const isPdf = new TextDecoder().decode(bytes.subarray(0, PDF_MAGIC.length)) === PDF_MAGIC;
    return isPdf ? { kind: 'pdf', bytes } : { kind: 'refused' };
  } catch {
    return { kind: 'unavailable' };
  }
}

/** In PDF mode the page that Lazada sends is a frame around the document (lazada.md §11.4): its address, else null. */
export function framedUrl(html: string): string | null {
  const src = /<iframe[^>]+src\s*=\s*["']([^"']+)["']/iu.exec(html)?.[1];
  return src?.replaceAll('&amp;', '&') ?? null;
}
