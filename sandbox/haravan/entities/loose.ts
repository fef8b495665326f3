/** A record whose fields the documentation does not list: what was sent is kept. */
export type LooseRecord = { id: number; createdAt: number; updatedAt: number; sent: Record<string, unknown> };

export type LooseKind = 'metafield' | 'script_tag' | 'carrier_service' | 'discount' | 'promotion';
