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
