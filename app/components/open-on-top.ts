/** Haravan's and Lazada's own pages refuse to be framed: they open in the top window (design §4). */
export function openOnTop(url: string): void {
  const target = window.top ?? window;
  target.location.href = url;
}
