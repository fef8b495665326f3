/** A REST call without sockets: below the server, its faults, its bucket and its book of calls. */
export type ApiCall = (
  method: string,
  /** With `/com/` before it and `.json` behind it, as on the wire. */
  path: string,
  accessToken: string,
  query?: Record<string, string | number>,
  body?: unknown,
) => Promise<ApiAnswer>;

/** `body`: parsed; undefined when the answer had none. */
export type ApiAnswer = { status: number; headers: Headers; body: unknown };

type Fetching = { fetch: (request: Request) => Response | Promise<Response> };

export function createApiCall(api: Fetching): ApiCall {
  return async (method, path, accessToken, query = {}, body) => {
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    const request = new Request(`http://haravan.sandbox${path}${search.size > 0 ? `?${search}` : ''}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer = await api.fetch(request);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
}
