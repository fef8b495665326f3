/** A parameter as declared; undefined and '' are not sent: SDKs sign empty values differently (lazada.md §1.4). */
export type ParamValue = string | number | boolean | undefined;

export function sentParams(params: Record<string, ParamValue>): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== '') sent[name] = String(value);
  }
  return sent;
}

/** %20 rather than +, which not every decoder takes for a space. */
export function encodedParams(params: Record<string, string>): string {
  return Object.entries(params)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}

/** Both platforms' ids are JSON numbers on the wire; 15 digits are exact. */
export function wireId(id: string): number | string {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}

/** `[525106346980318,530604924807019]`. */
export function idList(ids: string[]): string {
  return JSON.stringify(ids.map(wireId));
}
