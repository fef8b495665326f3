import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

type CallFacts = { platform: string; operation: string; outcome: string; durationMs: number };
export type GaugeReading = { name: string; help: string; labels: Record<string, string>; value: number };

export type Metrics = {
  platformCall(facts: CallFacts): void;
  /** Prometheus text. `readings` are taken from the database and the queues, so that one scrape of a web process tells of all. */
  render(readings: readonly GaugeReading[]): Promise<{ contentType: string; body: string }>;
};

const CALL_BUCKETS_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'channel_' });
  const names = ['platform', 'operation', 'outcome'] as const;
  const registers = [registry];
  const calls = new Counter({
    name: 'channel_platform_calls_total',
    help: 'Calls of this process.',
    labelNames: names,
    registers,
  });
  const seconds = new Histogram({
    name: 'channel_platform_call_seconds',
    help: 'Duration of calls of this process.',
    labelNames: ['platform', 'operation'],
    buckets: CALL_BUCKETS_SECONDS,
    registers,
  });
  const gauges = new Map<string, Gauge>();

  function gaugeOf({ name, help, labels }: GaugeReading): Gauge {
    const known = gauges.get(name);
    if (known) return known;
    const gauge = new Gauge({ name, help, labelNames: Object.keys(labels), registers });
    gauges.set(name, gauge);
    return gauge;
  }

  return {
    platformCall({ platform, operation, outcome, durationMs }) {
      calls.inc({ platform, operation, outcome });
      seconds.observe({ platform, operation }, durationMs / 1_000);
    },
    async render(readings) {
      for (const gauge of gauges.values()) gauge.reset();
      for (const reading of readings) gaugeOf(reading).set(reading.labels, reading.value);
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}
