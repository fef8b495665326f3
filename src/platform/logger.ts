import pino, { type Logger } from 'pino';

export type { Logger };

/** Structured logs without personal data: callers log ids and codes, and what looks like a secret is removed all the same. */
export function createLogger(name: string, level: string): Logger {
  return pino({
    name,
    level,
    redact: {
      paths: [
        'accessToken',
        'refreshToken',
        '*.accessToken',
        '*.refreshToken',
        '*.password',
        '*.authorization',
        '*.cookie',
      ],
      censor: '[removed]',
    },
    serializers: { err: errorFacts },
  });
}

/** An error's message and stack, and of platform errors their code; never the request or the answer. */
function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const facts: Record<string, unknown> = { name, message, stack };
  for (const key of ['kind', 'platform', 'operation', 'code', 'requestId'] as const) {
    if (key in error) facts[key] = (error as unknown as Record<string, unknown>)[key];
  }
  return facts;
}
