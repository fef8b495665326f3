import { createHash } from 'node:crypto';
import { missingParameter } from '../api-refusal';
import type { Endpoint } from '../endpoint';

/** The file is a part of a multipart body and is not signed (lazada.md §1.4, V11); the answer's shape is a guess. */
export const imageEndpoints: Endpoint[] = [
  {
    path: '/image/upload',
    access: 'seller',
    handle({ files }) {
      const image = files.find((file) => file.name === 'image');
      if (!image || image.bytes === 0) throw missingParameter('image');
      const hash_code = createHash('md5').update(`${image.type}${image.bytes}`).digest('hex');
      return { data: { image: { hash_code, url: `https://vn-live.slatic.net/p/${hash_code}.jpg` } } };
    },
  },
];
