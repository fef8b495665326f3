/** `['GET', '/com/orders/1']`: what a test's text calls, with figures in place of what is computed. */
export type CalledOperation = readonly [method: string, path: string];

const LITERAL = /'(GET|POST|PUT|DELETE|PATCH)',\s*[`'"]([^`'"]+)[`'"]/g;
const HELPERS = /\b(list|get|ids|verbs)\(\s*[`'"](\/[^`'"]+)[`'"]/g;

/** A static reading: it believes that a call that is written is made. */
export function calledOperations(source: string): CalledOperation[] {
  const literal = [...source.matchAll(LITERAL)].map(([, method = '', path = '']) => [method, path] as const);
  const helped = [...source.matchAll(HELPERS)].map(([, , path = '']) => ['GET', path] as const);
  return [...literal, ...helped].map(([method, path]) => [method, plain(path)]);
}

const plain = (path: string): string => {
  const filled = path.replace(/^\$\{[\w.]*url\}/, '').replace(/\$\{[^}]*\}/g, '1');
  return (filled.split('?')[0] ?? '').replace(/\.json$/, '');
};

/** What stands in the place of an id; these words are routes of their own. */
const ANY = '(?!(?:count|search|groups|set)$)[^/]+';

/** Whether a call reaches a route as it is declared: `GET /com/orders/:id`. */
export function reaches(route: string, [method, path]: CalledOperation): boolean {
  const [routeMethod = '', routePath = ''] = route.split(' ');
  const pattern = routePath
    .split('/')
    .map((part) => /^:\w+\{(.+)\}$/.exec(part)?.[1] ?? (part.startsWith(':') ? ANY : part))
    .map((part) => (part.includes('|') && part !== ANY ? `(${part})` : part))
    .join('/');
  return routeMethod === method && new RegExp(`^${pattern}$`).test(path);
}
