import { parseArgs } from 'node:util';
import { ensureWebBuilt } from '@/scripts/web-build';
import { runChaos } from './run-chaos';
import { inSeconds } from './timeline';

// npm run chaos -- [--seed 1] [--seconds 600] [--cut 60]: the long version; every kind of disaster comes many times.
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '600' },
    cut: { type: 'string', default: '60' },
  },
});
await ensureWebBuilt(console.log);
const report = await runChaos({
  seed: Number(values.seed),
  strikeMs: Number(values.seconds) * 1_000,
  pauseMs: 5_000,
  lifePauseMs: 700,
  cutMs: Number(values.cut) * 1_000,
  healMs: 300_000,
  dataDir: '.data/chaos',
  // Nothing is to be mended by reading everything again.
  settings: { RECONCILE_SECONDS: '3600' },
  print: (line) => console.log(line),
});
for (const [name, times] of [...Map.groupBy(report.disasters, (name) => name)].map(([n, all]) => [n, all.length])) {
  console.log(`${String(times).padStart(4)} × ${name}`);
}
console.log(`Meanwhile: ${JSON.stringify(report.counts)}`);
console.log(`All right again ${inSeconds(report.healedMs)} s after the last disaster.`);
process.exit(0);
