/** Takes what happens in a run, a line each: how a failure is read. */
export type Trace = (line: string) => void;

const LONGEST = 600;
const NOBODYS = /00000000-0000-4000-8000-0*/g;
const SIGNED = /app_key=.*?&sign=\w+&?/;

const plain = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Map ? [...value] : value;
};

/** Short enough to be read by the thousand: without what repeats in every line. */
export const inShort = (value: unknown): string => {
  const text = typeof value === 'string' ? decodeURIComponent(value) : (JSON.stringify(value, plain) ?? '');
  return text.replace(NOBODYS, '').replace(SIGNED, '').slice(0, LONGEST);
};
