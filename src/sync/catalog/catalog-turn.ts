import type { AccessStore } from '../ports/access';
import type { Turn, TurnHandler, TurnResult } from '../ports/turn';
import { type MatchDeps, matchPublications } from './match-publications';
import { type PullCatalogDeps, pullCatalog } from './pull-catalog';
import { type PullListingsDeps, pullListings } from './pull-listings';
import { refreshProducts } from './refresh-products';

export type CatalogTurnDeps = PullCatalogDeps &
  PullListingsDeps &
  MatchDeps & { access: Pick<AccessStore, 'haravan' | 'lazada' | 'connection'> };

function earliest(...moments: (Date | null)[]): Date | undefined {
  const known = moments.flatMap((moment) => moment?.getTime() ?? []);
  return known.length === 0 ? undefined : new Date(Math.min(...known));
}

async function merchantTurn(deps: CatalogTurnDeps, turn: Turn): Promise<TurnResult> {
  const refreshing = await refreshProducts(deps, turn);
  const { more, nextAt } = await pullCatalog(deps, turn);
  return { more: refreshing || more, nextAt: earliest(nextAt) };
}

/** Matching needs no platform: it goes on while access has lapsed. */
async function connectionTurn(deps: CatalogTurnDeps, turn: Turn, connectionId: string): Promise<TurnResult> {
  const connection = await deps.access.connection(turn.merchantId, connectionId);
  if (connection === null || connection.status === 'disconnected') return { more: false };
  const idle = { more: false, finished: false, nextAt: null };
  const pull = connection.status === 'active' ? await pullListings(deps, turn, connectionId) : idle;
  const match = await matchPublications(deps, turn, connectionId, pull.finished);
  return { more: pull.more || match.more, nextAt: earliest(pull.nextAt, match.nextAt) };
}

/** Lane `catalog`: Haravan's catalog per merchant, Lazada's and the matching per connection. */
export function createCatalogTurn(deps: CatalogTurnDeps): TurnHandler {
  return (turn) =>
    turn.connectionId === null ? merchantTurn(deps, turn) : connectionTurn(deps, turn, turn.connectionId);
}
