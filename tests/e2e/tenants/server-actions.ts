import { readFileSync } from 'node:fs';

type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> };

export type ServerAction = { id: string; name: string; page: string };

/** Every server action of the build, as `<file>#<function>`: one that somebody adds is seen here too. */
export function serverActions(buildFolder = '.next'): ServerAction[] {
  const file = `${buildFolder}/server/server-reference-manifest.json`;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename}#${exportedName}`,
    page: pathOf(Object.keys(workers)[0] ?? ''),
  }));
}

/** `app/(admin)/orders/[id]/page` is reached at `/orders/x`. */
const pathOf = (worker: string): string =>
  worker
    .replace(/^app/, '')
    .replace(/\/\([^)]*\)/g, '')
    .replace(/\/page$/, '')
    .replace(/\[[^\]]*\]/g, 'x') || '/';

type Caller = { appUrl: string; cookie: string };

/** Calls it as Next's own client does. Returns the whole answer: what the function returned stands in it as JSON. */
export async function callAction({ appUrl, cookie }: Caller, action: ServerAction, args: unknown[]): Promise<string> {
  const response = await fetch(`${appUrl}${action.page}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'next-action': action.id, 'content-type': 'text/plain;charset=UTF-8', origin: appUrl, cookie },
    body: JSON.stringify(args),
  });
  const redirect = response.headers.get('x-action-redirect') ?? '';
  return `${response.status} ${redirect} ${await response.text()}`;
}
