import { describe, expect, test } from 'vitest';
import { fetchLabel, framedUrl } from './fetch-label';
import { openLabelTicket, sealLabelTicket } from './label-ticket';

const PDF = '%PDF-1.7 label';
const SECRET = 'a secret of some length';

/** Answers by address; an address that is not listed must not be asked. */
const web = (answers: Record<string, Response>) => {
  const get = async (address: string | URL | Request) => {
    const answer = answers[String(address)];
    if (!answer) throw new Error(`nobody may ask ${String(address)}`);
    return answer;
  };
  return { fetch: get as typeof fetch, ownHosts: ['127.0.0.1:4010'] };
};
const moved = (location: string) => new Response(null, { status: 302, headers: { location } });

describe('R4.6 labels are fetched from where Lazada keeps them, and nowhere else', () => {
  test('a PDF comes through, also from the configured host and over a redirect', async () => {
    const direct = await fetchLabel(
      'https://sg-files.lazada.vn/a.pdf',
      web({ 'https://sg-files.lazada.vn/a.pdf': new Response(PDF) }),
    );
    expect(direct.kind === 'pdf' && new TextDecoder().decode(direct.bytes)).toBe(PDF);
    const hops = { 'http://127.0.0.1:4010/a': moved('/b'), 'http://127.0.0.1:4010/b': new Response(PDF) };
    expect((await fetchLabel('http://127.0.0.1:4010/a', web(hops))).kind).toBe('pdf');
  });

  test.each([
    ['another host', 'https://evil.example/a.pdf', {}],
    ['plain http', 'http://files.lazada.vn/a.pdf', {}],
    [
      'a redirect to inside',
      'https://files.lazada.vn/a',
      { 'https://files.lazada.vn/a': moved('http://169.254.169.254/') },
    ],
    ['redirects without end', 'https://files.lazada.vn/a', { 'https://files.lazada.vn/a': moved('/a') }],
    ['a page', 'https://files.lazada.vn/a', { 'https://files.lazada.vn/a': new Response('<script>1</script>') }],
  ])('%s is refused', async (_, url, answers) => {
    expect((await fetchLabel(url, web(answers))).kind).toBe('refused');
  });

  test('a host in trouble is told apart', async () => {
    const gone = { 'https://files.lazada.vn/a': new Response('', { status: 503 }) };
    expect((await fetchLabel('https://files.lazada.vn/a', web(gone))).kind).toBe('unavailable');
    expect((await fetchLabel('https://files.lazada.vn/b', web({}))).kind).toBe('unavailable');
  });

  test('the frame around a document names it', () => {
    expect(framedUrl('<html><iframe width="1" src="https://x.lazada.vn/a?b=1&amp;c=2"></iframe>')).toBe(
      'https://x.lazada.vn/a?b=1&c=2',
    );
    expect(framedUrl('<p>label</p>')).toBeNull();
  });
});

test('R7.1 a ticket opens what it was issued for, and nothing altered or made with another secret', async () => {
  const given = {
    merchantId: '0190f5f6-0000-7000-8000-000000000001',
    connectionId: '0190f5f6-0000-7000-8000-000000000002',
    orderIds: ['401'],
    locale: 'vi' as const,
  };
  const token = await sealLabelTicket(given, SECRET);
  expect(await openLabelTicket(token, SECRET)).toEqual(given);
  expect(await openLabelTicket(`${token.slice(0, -4)}AAAA`, SECRET)).toBeNull();
  expect(await openLabelTicket(token, 'another secret')).toBeNull();
  expect(await openLabelTicket(null, SECRET)).toBeNull();
});
