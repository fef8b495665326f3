import { expect, test } from 'vitest';
import { emptied } from './empty-list';

const emptiedText = async (body: string) => {
  const answer = await emptied(new Response(body, { status: 200, headers: { 'content-type': 'application/json' } }));
  return [answer.status, answer.headers.get('content-type'), await answer.text()];
};

test.each([
  ['{"orders":[{"id":1}]}', '{"orders":[]}'],
  ['{"count":12}', '{"count":0}'],
  [
    '{"code":"0","data":{"count":1,"countTotal":9,"orders":[{}]},"request_id":"r"}',
    '{"code":"0","data":{"count":0,"countTotal":0,"orders":[]},"request_id":"r"}',
  ],
  ['<html>', '<html>'],
])('%s looks like a quiet day', async (body, expected) => {
  expect(await emptiedText(body)).toEqual([200, 'application/json', expected]);
});
