import { callbackFrom, throughHaravan, throughLazada } from './browser';
import type { Channel } from './channel';

/** The doors a person goes through; a whole channel has them, and so has a composed app beside a sandbox. */
export type Doors = Pick<Channel, 'install' | 'connectShop'> & { sandbox: Pick<Channel['sandbox'], 'world'> };

export function merchantAccount(channel: Doors, index: number) {
  const account = channel.sandbox.world.accounts.merchants[index];
  if (!account) throw new RangeError(`the world has no merchant ${index}`);
  return account;
}

/** Through both steps of the install, as the owner. */
export async function installShop(channel: Doors, index = 0) {
  const { orgId, owner } = merchantAccount(channel, index);
  const first = await channel.install.begin(orgId);
  const login = await channel.install.login(callbackFrom(await throughHaravan(first.url, owner), first.state));
  if (login.kind !== 'consent') throw new Error(`login: ${login.kind}`);
  const back = await throughHaravan(login.redirect.url, owner);
  const done = await channel.install.grant(callbackFrom(back, login.redirect.state));
  if (done.kind !== 'installed') throw new Error(`grant: ${done.because}`);
  return done.merchant;
}

type Seller = { email: string; password: string; country: string };

/** Through Lazada's page; answers what the callback led to. */
export async function tryConnect(
  channel: Doors,
  merchantId: string,
  seller: Seller,
  connectionId: string | null = null,
) {
  const { url, state } = await channel.connectShop.begin(merchantId, connectionId);
  return channel.connectShop.finish(callbackFrom(await throughLazada(url, seller), state));
}

/** A merchant of the world with its shop connected. */
export async function connectedShop(channel: Doors, index = 0) {
  const merchant = await installShop(channel, index);
  const { seller } = merchantAccount(channel, index);
  const outcome = await tryConnect(channel, merchant.id, seller);
  if (outcome.kind !== 'connected') throw new Error(`connect: ${outcome.because}`);
  return { merchant, seller, connectionId: outcome.connectionId };
}
