/** What a person's browser does on the platforms' own pages, with plain fetch. Answers where it is sent back to. */

const NO_REDIRECT = { redirect: 'manual' } as const;

function locationOf(response: Response): URL {
  const location = response.headers.get('location');
  if (!location) throw new Error(`${response.status} from ${response.url} leads nowhere`);
  return new URL(location, response.url);
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields);

/** Logs in to Haravan and, where it asks, consents. */
export async function throughHaravan(
  authorizeUrl: string,
  person: { email: string; password: string },
  decision: 'allow' | 'deny' = 'allow',
): Promise<URL> {
  const { origin, search } = new URL(authorizeUrl);
  const query = search.slice(1);
  const login = form({ return_query: query, email: person.email, password: person.password });
  const loggedIn = await fetch(`${origin}/connect/login`, { method: 'POST', body: login, ...NO_REDIRECT });
  const cookie = (loggedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const authorized = await fetch(authorizeUrl, { headers: { cookie }, ...NO_REDIRECT });
  if (authorized.status >= 300) return locationOf(authorized);
  const consent = form({ return_query: query, decision });
  const request = { method: 'POST', body: consent, headers: { cookie }, ...NO_REDIRECT };
  return locationOf(await fetch(`${origin}/connect/consent`, request));
}

/** Logs a seller in on Lazada's page and authorizes the app. */
export async function throughLazada(
  authorizeUrl: string,
  seller: { email: string; password: string; country: string },
): Promise<URL> {
  const { origin, pathname, searchParams } = new URL(authorizeUrl);
  const fields = {
    ...Object.fromEntries(searchParams),
    country: seller.country,
    account: seller.email,
    password: seller.password,
  };
  return locationOf(await fetch(`${origin}${pathname}`, { method: 'POST', body: form(fields), ...NO_REDIRECT }));
}

/** The callback as a route would read it; `cookieState` is what this browser was given at the start. */
export function callbackFrom({ searchParams }: URL, cookieState: string | null) {
  const [state, code, error] = ['state', 'code', 'error'].map((name) => searchParams.get(name));
  return { state: state ?? null, code: code ?? null, error: error ?? null, cookieState };
}
