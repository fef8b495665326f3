import { HARAVAN, HARAVAN_LOCATION } from '../contract-seed';
import type { HaravanRig } from '../haravan/haravan-stage';

type Cause = { topic: string; happen(rig: HaravanRig): void };

const { orgId } = HARAVAN;

/** What makes the sandbox send the webhook that a fixture of tests/fixtures/haravan recorded. */
export const HARAVAN_WEBHOOKS: Record<string, Cause> = {
  'webhook-inventory': {
    topic: 'inventorylocationbalances/update',
    happen: ({ sandbox }) =>
      sandbox.control.setStock({
        orgId,
        locationId: Number(HARAVAN_LOCATION),
        variantId: Number(HARAVAN.blackId),
        onHand: 7,
      }),
  },
  'webhook-uninstalled': { topic: 'app/uninstalled', happen: ({ sandbox }) => sandbox.control.uninstall(orgId) },
};

export async function sentFor(rig: HaravanRig, { topic, happen }: Cause): Promise<unknown> {
  const { sandbox, stage } = rig;
  await stage.client.subscribeWebhooks(stage.auth);
  sandbox.deliveries.clear();
  happen(rig);
  await sandbox.deliveries.flush();
  const sent = sandbox.deliveries.log().find((record) => record.topic === topic);
  return JSON.parse(sent?.body ?? 'null');
}
