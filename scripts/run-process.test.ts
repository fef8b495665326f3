import { describe, expect, test } from 'vitest';
import { freePort } from './local-services/free-port';
import { startProcess } from './run-process';

const node = (code: string, graceMs = 10_000) => {
  const lines: string[] = [];
  const args = ['--input-type=module', '-e', code];
  const running = startProcess({
    name: 'child',
    command: process.execPath,
    args,
    env: process.env,
    log: (line) => lines.push(line),
    graceMs,
  });
  return { running, lines };
};

describe('a supervised process', () => {
  test('is waited for by its output, hands its lines on, and ends when asked to', async () => {
    const { running, lines } = node("console.log('ready'); setInterval(() => {}, 1000)");
    await running.waitForLine(/ready/, 10_000);
    expect(lines).toEqual(['ready']);
    expect(running.peakBytes()).toBeGreaterThan(2 ** 20);
    await running.stop();
    expect(await running.exited).toBe('SIGTERM');
  });

  test('is ended hard when it does not end in time', async () => {
    const { running } = node("process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000)", 200);
    await running.waitForLine(/deaf/, 10_000);
    await running.stop();
    expect(await running.exited).toBe('SIGKILL');
  });

  test('that ends too early is told with its last words', async () => {
    const { running } = node("console.error('no database'); process.exit(3)");
    await expect(running.waitForUrl('http://127.0.0.1:9', 10_000)).rejects.toThrow(
      /child ended \(3\)[\s\S]*no database/,
    );
  });

  test('is ready when its address answers', async () => {
    const port = await freePort();
    const { running } = node(`
      import { createServer } from 'node:http';
      createServer((_, response) => response.end('ok')).listen(${port}, '127.0.0.1');
    `);
    await running.waitForUrl(`http://127.0.0.1:${port}`, 10_000);
    await running.stop();
  });

  test('that cannot be started says why', async () => {
    const running = startProcess({
      name: 'nobody',
      command: '/nowhere',
      args: [],
      env: process.env,
      log: () => undefined,
    });
    await expect(running.waitForLine(/x/, 5_000)).rejects.toThrow(/nobody ended \(.*ENOENT/);
    await running.stop();
  });
});
