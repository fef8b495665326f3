import type { Context } from 'hono';
import { ControlRefusal } from '../control-refusal';

const LONGEST_NOTE = 300;

/** A form's fields as text; a field that was not sent is ''. */
export async function readFields(c: Context): Promise<(name: string) => string> {
  const form = await c.req.parseBody();
  return (name) => {
    const value = form[name];
    return typeof value === 'string' ? value.trim() : '';
  };
}

/** Does what a button stands for, then leads back to the page with a note of how it went. */
export function press(c: Context, backTo: string, done: string, act: () => void): Response {
  try {
    act();
    return leadBack(c, backTo, 'ok', done);
  } catch (error) {
    if (!(error instanceof ControlRefusal)) throw error;
    return leadBack(c, backTo, 'loi', `Không làm được: ${error.message}`);
  }
}

/** What a person typed cannot be used. */
export function refuse(why: string): never {
  throw new ControlRefusal(400, why);
}

export function wholeNumber(text: string, name: string, least = 0): number {
  const value = Number(text.replaceAll('.', ''));
  return text !== '' && Number.isInteger(value) && value >= least
    ? value
    : refuse(`${name} phải là số nguyên từ ${least}.`);
}

function leadBack(c: Context, backTo: string, kind: 'ok' | 'loi', note: string): Response {
  const url = new URL(backTo, 'http://here');
  url.searchParams.delete(kind === 'ok' ? 'loi' : 'ok');
  url.searchParams.set(kind, note.slice(0, LONGEST_NOTE));
  return c.redirect(`${url.pathname}${url.search}`, 303);
}
