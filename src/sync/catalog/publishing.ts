import type { ListingStore, ProductSelection, PublicationStore, PublishRunView } from '../ports/catalog';
import type { TurnQueue } from '../ports/turn';
import type { Trail } from '../ports/trail';
import type { Clock } from '../ports/world';

export type PublishingDeps = {
  publications: PublicationStore;
  listings: Pick<ListingStore, 'wishPull'>;
  turns: TurnQueue;
  trail: Trail;
  clock: Clock;
};

export type StartedRun = { runId: string; total: number };

export type Publishing = {
  /** Đăng lên kênh bán hàng (spec R2.2). Large selections are one statement; matching goes on in turns. */
  publish(merchantId: string, connectionId: string, selection: ProductSelection, by: string): Promise<StartedRun>;
  /** Gỡ khỏi kênh: the sync stops, Lazada's product stays as it is (spec R2.7). */
  unpublish(merchantId: string, connectionId: string, selection: ProductSelection, by: string): Promise<StartedRun>;
  /** What the run has not reached yet stays as it was before; null: no such run. */
  cancelRun(merchantId: string, runId: string): Promise<{ withdrawn: number } | null>;
  run(merchantId: string, runId: string): Promise<PublishRunView | null>;
};

export function createPublishing(deps: PublishingDeps): Publishing {
  const { publications, turns, trail, clock } = deps;

  async function started(kind: 'publish' | 'unpublish', merchantId: string, connectionId: string, run: StartedRun) {
    await trail.record(merchantId, [{ connectionId, kind: `${kind}_requested`, facts: { ...run } }]);
    await turns.request({ lane: 'catalog', merchantId, connectionId });
    return run;
  }

  return {
    async publish(merchantId, connectionId, selection, by) {
      const at = new Date(clock.now());
      const run = await publications.publish(merchantId, connectionId, { selection, by, at });
      // What Lazada changed since the last reading counts too.
      await deps.listings.wishPull(merchantId, connectionId, at);
      return started('publish', merchantId, connectionId, run);
    },
    async unpublish(merchantId, connectionId, selection, by) {
      const at = new Date(clock.now());
      const run = await publications.unpublish(merchantId, connectionId, { selection, by, at });
      return started('unpublish', merchantId, connectionId, run);
    },
    async cancelRun(merchantId, runId) {
      const canceled = await publications.cancelRun(merchantId, runId, new Date(clock.now()));
      if (canceled === null) return null;
      const { connectionId, withdrawn } = canceled;
      await trail.record(merchantId, [{ connectionId, kind: 'publish_canceled', facts: { runId, withdrawn } }]);
      return { withdrawn };
    },
    run: (merchantId, runId) => publications.run(merchantId, runId),
  };
}
