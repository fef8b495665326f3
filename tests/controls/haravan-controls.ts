import type { HaravanOrg, HaravanState } from '../oracle/raw-haravan';
import { createSandboxControls, type SandboxControls } from './sandbox-controls';

type VariantChange = { barcode?: string | null; price?: number };

/** What a merchant does in Haravan itself, and what stands there. */
export type HaravanControls = SandboxControls & {
  org(orgId: string): Promise<HaravanOrg>;
  changeVariant(orgId: string, variantId: number, set: VariantChange): Promise<void>;
  setStock(place: { orgId: string; locationId: number; variantId: number; onHand: number }): Promise<void>;
};

export function createHaravanControls(url: string): HaravanControls {
  const controls = createSandboxControls(url);
  return {
    ...controls,
    async org(orgId) {
      const { orgs } = await controls.ask<HaravanState>('GET', `/state?orgId=${orgId}`);
      const [org] = orgs;
      if (!org) throw new Error(`Haravan has no organisation ${orgId}`);
      return org;
    },
    changeVariant: async (orgId, id, set) => void (await controls.ask('PATCH', `/variants/${id}`, { orgId, set })),
    setStock: async (place) => void (await controls.ask('PUT', '/stock', place)),
  };
}
