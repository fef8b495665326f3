import { startServices } from './services';

/**
 * Does something with the product's database: the one of DATABASE_URL, else the local one of `.data/` (spec R9.1), which is
 * started when nobody has it running. Notes go to stderr: stdout belongs to the result.
 */
export async function withDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const given = process.env.DATABASE_URL;
  if (given) return work(given);
  const services = await startServices({ dataDir: '.data', log: console.error });
  try {
    return await work(services.databaseUrl);
  } finally {
    await services.stop();
  }
}
