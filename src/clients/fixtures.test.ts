import { describe, expect, it } from 'vitest';
import { fixtureNames, loadFixture } from '@/tests/fixtures/load';

describe.each(['lazada', 'haravan'] as const)('fixtures of %s', (platform) => {
  it.each(fixtureNames(platform))('%s says where it comes from', (name) => {
    const { about, operation, source, kind, captured } = loadFixture(platform, name);
    expect(about).not.toBe('');
    expect(operation).toMatch(/^(GET|POST|PUT) \/|^PUSH$|^WEBHOOK /);
    expect(source).toContain(`${platform}.md §`);
    expect(['live', 'documented', 'composed']).toContain(kind);
    if (captured !== null) expect(captured).toMatch(/^20\d\d(-\d\d(-\d\d)?)?$/);
  });
});
