import { createEncryption } from '@/src/platform/encryption';

export const testEncryption = createEncryption([Buffer.alloc(32, 7).toString('base64')]);
