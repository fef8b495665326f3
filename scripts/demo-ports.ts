import type { DemoPorts } from './demo-env';
import { freePort, isPortFree } from './local-services/free-port';

const wanted = (): DemoPorts => ({
  web: Number(process.env.PORT ?? 3000),
  haravan: Number(process.env.SANDBOX_HARAVAN_PORT ?? 4010),
  lazada: Number(process.env.SANDBOX_LAZADA_PORT ?? 4020),
});

const VARIABLES = { web: 'PORT', haravan: 'SANDBOX_HARAVAN_PORT', lazada: 'SANDBOX_LAZADA_PORT' } as const;

async function requireFree(name: keyof DemoPorts, port: number): Promise<void> {
  if (await isPortFree(port)) return;
  const advice = `${VARIABLES[name]}=${port + 1} npm run demo`;
  throw new Error(`Port ${port} is in use: end the program that uses it, or choose another port: ${advice}`);
}

/** The ports people know, which must be free; a run that ends by itself takes any others when they are not. */
export async function demoPorts(anyWillDo: boolean): Promise<DemoPorts> {
  const ports = wanted();
  for (const name of ['web', 'haravan', 'lazada'] as const) {
    if (!anyWillDo) await requireFree(name, ports[name]);
    else if (!(await isPortFree(ports[name]))) ports[name] = await freePort();
  }
  return ports;
}
