import type { FulfillmentLine } from '../entities/fulfillment';
import type { Order, OrderLine } from '../entities/order';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { type StockMove, moveStock } from '../stock';

/** How an order moves stock: only lines whose stock is counted do, and each row of stock is moved once per step. */
export type Shelf = {
  /** A new order holds its units. */
  commit(line: OrderLine, units: number): void;
  /** Units leave; they were held at the order's location, whatever location they leave from. */
  ship(line: OrderLine, units: number, fromLocationId: number): void;
  /** The opposite of `ship`. */
  unship(line: OrderLine, units: number, toLocationId: number): void;
  /** Units that never left are given up. Without restock they are written off: what is available stays the same. */
  release(line: OrderLine, units: number, restock: boolean): void;
  /** Units that left come back. */
  takeBack(line: OrderLine, part: FulfillmentLine, units: number, locationId: number): void;
  done(): void;
};

type OrderMove = Omit<StockMove, 'incoming'>;

export function shelfOf(platform: Platform, org: Org, order: Order): Shelf {
  const moves = new Map<string, { locationId: number; variantId: number; move: Required<OrderMove> }>();
  const move = ({ tracked, variantId }: OrderLine, locationId: number, { onHand = 0, committed = 0 }: OrderMove) => {
    if (!tracked || variantId === null) return;
    const key = `${locationId}:${variantId}`;
    const entry = moves.get(key) ?? { locationId, variantId, move: { onHand: 0, committed: 0 } };
    entry.move.onHand += onHand;
    entry.move.committed += committed;
    moves.set(key, entry);
  };
  return {
    commit: (line, units) => move(line, order.locationId, { committed: units }),
    ship(line, units, from) {
      move(line, order.locationId, { committed: -units });
      move(line, from, { onHand: -units });
    },
    unship(line, units, to) {
      move(line, to, { onHand: units });
      move(line, order.locationId, { committed: units });
    },
    release: (line, units, restock) =>
      move(line, order.locationId, { committed: -units, onHand: restock ? 0 : -units }),
    takeBack(line, part, units, locationId) {
      part.restocked += units;
      line.restocked += units;
      move(line, locationId, { onHand: units });
    },
    done() {
      for (const { locationId, variantId, move: total } of moves.values()) {
        moveStock(platform, org, locationId, variantId, total);
      }
      moves.clear();
    },
  };
}
