import { CLIENT, type Rig } from './rig';

/** A browser with a cookie jar that stays where it is sent: redirects to the app are results. */
export type Browser = {
  get(url: string): Promise<Response>;
  submit(url: string, fields: Record<string, string>): Promise<Response>;
};

export function createBrowser(): Browser {
  const jar = new Map<string, string>();
  const go = async (url: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    return response;
  };
  return {
    get: (url) => go(url),
    submit: (url, fields) => go(url, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

export function authorizeUrl(rig: Rig, overrides: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    response_mode: 'query',
    response_type: 'code',
    scope: 'openid profile email org userinfo',
    client_id: CLIENT.id,
    redirect_uri: `${rig.receiver.url}/install/login`,
    nonce: 'n-1',
    state: 's-1',
    ...overrides,
  });
  return `${rig.url}/connect/authorize?${query}`;
}

/** Fills in the login form and comes back to the authorize request. */
export async function logIn(
  rig: Rig,
  browser: Browser,
  url: string,
  who: { email: string; password: string },
): Promise<Response> {
  const answer = await browser.submit(`${rig.url}/connect/login`, {
    return_query: new URL(url).search.slice(1),
    email: who.email,
    password: who.password,
  });
  const location = answer.headers.get('location');
  return location ? browser.get(new URL(location, rig.url).href) : answer;
}

export const decide = (rig: Rig, browser: Browser, url: string, decision: 'allow' | 'deny'): Promise<Response> =>
  browser.submit(`${rig.url}/connect/consent`, { return_query: new URL(url).search.slice(1), decision });

/** Where the browser was sent, as parameters. */
export const sentTo = (response: Response): URLSearchParams =>
  new URL(response.headers.get('location') ?? 'http://nowhere').searchParams;
