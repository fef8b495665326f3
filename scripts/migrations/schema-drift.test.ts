import { expect, test } from 'vitest';
import { startServices } from '../services';
import { pendingSchemaDrift } from './schema-drift';

test('schema.prisma holds nothing that the migrations do not', { timeout: 60_000 }, async () => {
  const services = await startServices({ dataDir: '.data/tests', kind: 'throwaway' });
  try {
    expect(await pendingSchemaDrift(services.databaseUrl)).toBeUndefined();
  } finally {
    await services.stop();
  }
});
