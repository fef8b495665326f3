import { AccessEnded, NoSuchConnection } from '@/src/sync/ports/access';
import { LeaseLost } from '@/src/sync/ports/turn';
import { openShop, type PortWorld } from '../port-world';
import { catalogQuestions } from './catalog-questions';
import { orderQuestions } from './order-questions';
import { pushQuestions } from './push-questions';
import { type Asked, createChance, createWriter, type Side } from './question';
import { shopQuestions } from './shop-questions';

const QUESTIONS = Object.entries({ ...catalogQuestions, ...pushQuestions, ...orderQuestions, ...shopQuestions });
const LONGEST_PAUSE_MS = 2_500;

async function openSide(world: PortWorld): Promise<Side> {
  const shop = await openShop(world);
  return { shop, fence: await shop.fence('maintenance'), runs: [] };
}

async function answerOf({ ask }: Asked, side: Side): Promise<unknown> {
  try {
    return await ask(side);
  } catch (error) {
    const isNamed = error instanceof LeaseLost || error instanceof AccessEnded || error instanceof NoSuchConnection;
    return isNamed ? `threw ${error.name}` : 'threw';
  }
}

/** The words around the first letter that differs. */
function apart(left: string, right: string) {
  const at = [...left].findIndex((letter, index) => letter !== right[index]);
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 100);
  return { left: around(left), right: around(right) };
}

/** Asks both worlds the same, in an order and with words drawn by lot; answers where they first differ. */
export async function firstDifference(worlds: readonly [PortWorld, PortWorld], seed: number, questions: number) {
  const chance = createChance(seed);
  const sides = [await openSide(worlds[0]), await openSide(worlds[1])] as const;
  const writers = [createWriter(), createWriter()] as const;
  let ms = 10_000;
  for (let count = 1; count <= questions; count += 1) {
    ms += chance.int(0, LONGEST_PAUSE_MS);
    const [name, question] = chance.pick(QUESTIONS);
    const asked = await question(chance, ms, sides[0]);
    const [one, other] = [await answerOf(asked, sides[0]), await answerOf(asked, sides[1])];
    const [left, right] = [writers[0](one, asked.anyOrder), writers[1](other, asked.anyOrder)];
    if (left !== right) return { seed, count, name, ...apart(left, right) };
  }
  return null;
}
