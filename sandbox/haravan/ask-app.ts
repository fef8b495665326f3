import type { AskApp } from './platform';

const PATIENCE_MS = 5_000;

/** Over the network; no redirect is followed. */
export const askOverNetwork: AskApp = async (url) => {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return null;
  }
};
