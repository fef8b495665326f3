/** Where Lazada keeps labels. The route that proxies a label fetches from nowhere else (design §6). */
const LABEL_HOSTS = ['lazada.vn', 'lazada.com', 'lazada.sg', 'lazada.co.th', 'slatic.net', 'alicdn.com'];

/** @param ownHosts hosts of the configured Lazada API, so that a sandbox's labels print too. */
export function isLabelUrl(text: string, ownHosts: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, hostname } = new URL(text);
  if (ownHosts.includes(host)) return true;
  return (
    protocol === 'https:' && LABEL_HOSTS.some((allowed) => hostname === allowed || hostname.endsWith(`.${allowed}`))
  );
}
