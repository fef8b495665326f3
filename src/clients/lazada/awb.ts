import { z } from 'zod';
import { optionalText } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
import type { LazadaAuth } from './lazada-auth';

export type LazadaAwbFormat = 'PDF' | 'HTML';

/** One document for all packages. Both members are absent while the label is not ready (up to 30 s after packing). */
export type LazadaAwb = {
  docType: LazadaAwbFormat;
  /** Direct link to the PDF; lives 10 minutes. */
  pdfUrl?: string;
  /** Base64 of an HTML page: the label itself, or a frame around the PDF. */
  file?: string;
};

export type LazadaAwbApi = {
  getAwb(auth: LazadaAuth, packageIds: string[], docType: LazadaAwbFormat): Promise<LazadaAwb>;
};

const document = z.object({ file: optionalText, pdf_url: optionalText, doc_type: optionalText }).transform((wire) => ({
  file: wire.file,
  pdfUrl: wire.pdf_url,
}));

const getAwb: LazadaEndpoint<{ packageIds: string[]; docType: LazadaAwbFormat }, Omit<LazadaAwb, 'docType'>> = {
  operation: 'fulfillment.awb',
  method: 'GET',
  path: '/order/package/document/get',
  repeatable: true,
  params: ({ packageIds, docType }) => ({
    getDocumentReq: JSON.stringify({
      doc_type: docType,
      packages: packageIds.map((package_id) => ({ package_id })),
    }),
  }),
  envelope: 'result.data',
  // Right after packing there may be no document at all (lazada.md §11.1).
  answer: z.preprocess((data) => data ?? {}, document),
};

export function createAwbApi(call: LazadaCall): LazadaAwbApi {
  return {
    getAwb: async (auth, packageIds, docType) => ({ docType, ...(await call(getAwb, auth, { packageIds, docType })) }),
  };
}
