import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Calls } from './calls';
import type { Clock } from './clock';
import { readControlBody } from './control-body';
import type { Deliveries } from './deliveries';
import { FAULT_KINDS, type Faults } from './faults';
import type { Ids } from './ids';

export const CONTROL_PREFIX = '/__sandbox';

export type ControlParts = {
  clock: Clock;
  ids: Ids;
  faults: Faults;
  calls: Calls;
  deliveries: Deliveries;
  /** Puts the platform's own data back to what was loaded. */
  restore(): void;
};

const fault = z.object({
  id: z.string().optional(),
  match: z.object({ path: z.string().optional(), method: z.string().optional(), tenant: z.string().optional() }),
  kind: z.enum(FAULT_KINDS),
  status: z.number().int().optional(),
  delayMs: z.number().nonnegative().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  count: z.union([z.number().int().positive(), z.literal('always')]).default(1),
});
const clockMove = z.object({
  advanceMs: z.number().optional(),
  setMs: z.number().optional(),
  reset: z.boolean().optional(),
});
const deliveryModes = z.object({
  lose: z.union([z.boolean(), z.number().min(0).max(1)]).optional(),
  duplicate: z.number().int().nonnegative().optional(),
  reorder: z.boolean().optional(),
  delayMs: z.number().nonnegative().optional(),
});
const resetRequest = z.object({ seed: z.number().int().optional() });

/** The switches that every platform shares. The platform adds its own, then mounts it at `CONTROL_PREFIX`. */
export function createControl(parts: ControlParts): Hono {
  const control = new Hono();
  control.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
    return c.json({ error: error.message }, 500);
  });
  addReset(control, parts);
  addCalls(control, parts.calls);
  addFaults(control, parts.faults);
  addClock(control, parts.clock);
  addDeliveries(control, parts.deliveries);
  return control;
}

/** Everything back to the start: data, clock, faults, calls, queue. */
export function resetSandbox(parts: ControlParts, seed?: number): void {
  parts.ids.reseed(seed);
  parts.faults.remove();
  parts.deliveries.clear();
  parts.clock.reset();
  parts.calls.clear();
  parts.restore();
}

function addReset(control: Hono, parts: ControlParts): void {
  control.post('/reset', async (c) => {
    resetSandbox(parts, (await readControlBody(c, resetRequest)).seed);
    return c.json({ ok: true });
  });
}

function addCalls(control: Hono, calls: Calls): void {
  control.get('/calls', (c) => c.json({ totals: calls.totals(), calls: calls.list() }));
  control.delete('/calls', (c) => {
    calls.clear();
    return c.json({ ok: true });
  });
}

function addFaults(control: Hono, faults: Faults): void {
  control.post('/faults', async (c) => {
    const wanted = await readControlBody(c, fault);
    try {
      return c.json({ id: faults.add(wanted) }, 201);
    } catch {
      throw new HTTPException(400, { message: 'match.path is not a regular expression' });
    }
  });
  control.get('/faults', (c) => c.json({ faults: faults.list() }));
  control.delete('/faults/:id?', (c) => {
    faults.remove(c.req.param('id'));
    return c.json({ ok: true });
  });
}

function addClock(control: Hono, clock: Clock): void {
  control.get('/clock', (c) => c.json({ nowMs: clock.now() }));
  control.post('/clock', async (c) => {
    const move = await readControlBody(c, clockMove);
    if (move.reset) clock.reset();
    if (move.setMs !== undefined) clock.set(move.setMs);
    if (move.advanceMs !== undefined) clock.advance(move.advanceMs);
    return c.json({ nowMs: clock.now() });
  });
}

function addDeliveries(control: Hono, deliveries: Deliveries): void {
  control.post('/deliveries', async (c) => {
    deliveries.setModes(await readControlBody(c, deliveryModes));
    return c.json({ modes: deliveries.modes() });
  });
  control.get('/deliveries', (c) =>
    c.json({ modes: deliveries.modes(), pending: deliveries.pending(), log: deliveries.log() }),
  );
}
