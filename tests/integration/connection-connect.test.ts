import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callbackFrom, throughHaravan, throughLazada } from './browser';
import { type Channel, startChannel } from './channel';
import { installShop, merchantAccount, tryConnect } from './connected';

type Merchant = Awaited<ReturnType<typeof installShop>>;

describe('R1.2 connecting a Lazada shop', () => {
  let channel: Channel;
  let mine: Merchant;
  let theirs: Merchant;
  beforeAll(async () => {
    channel = await startChannel();
    mine = await installShop(channel, 0);
    theirs = await installShop(channel, 1);
  });
  afterAll(() => channel.close());

  const rows = () => channel.database.sweep((tx) => tx.connection.findMany());
  const account = (index: number) => merchantAccount(channel, index);
  const start = async (connectionId: string | null = null) => {
    const { url, state } = await channel.connectShop.begin(mine.id, connectionId);
    return { state, back: await throughLazada(url, account(0).seller) };
  };
  const finish = async (back: URL, cookie: string | null) => {
    const outcome = await channel.connectShop.finish(callbackFrom(back, cookie));
    return outcome.kind === 'refused' ? outcome.because : outcome.kind;
  };

  test('R1.3 what did not come from this browser, just now, from Lazada, connects nothing', async () => {
    const forged = await start();
    forged.back.searchParams.set('state', 'made-up');
    expect(await finish(forged.back, 'made-up')).toBe('state_unknown');
    expect(await finish((await start()).back, forged.state)).toBe('state_foreign');
    const badCode = await start();
    badCode.back.searchParams.set('code', '0_100132_made-up');
    expect(await finish(badCode.back, badCode.state)).toBe('code_refused');
    const denied = await start();
    denied.back.searchParams.set('error', 'access_denied');
    expect(await finish(denied.back, denied.state)).toBe('denied');
    const late = await start();
    channel.clock.advance(21 * 60_000);
    expect(await finish(late.back, late.state)).toBe('state_expired');
    expect(await rows()).toEqual([]);
  });

  test('R1.3 a seller account of another country is refused', async () => {
    const outcome = await tryConnect(channel, mine.id, channel.sandbox.world.accounts.foreignSeller);
    expect(outcome).toMatchObject({ kind: 'refused', because: 'other_country', merchant: { id: mine.id } });
    expect(await rows()).toEqual([]);
  });

  test('R1.3 Lazada that does not answer leaves nothing half-connected', async () => {
    channel.sandbox.lazada.faults.add({
      match: { path: '/auth/token/create' },
      kind: 'status',
      status: 503,
      count: 'always',
    });
    const { back, state } = await start();
    expect(await finish(back, state)).toBe('platform_unavailable');
    channel.sandbox.lazada.faults.remove();
    expect(await rows()).toEqual([]);
  });

  test('R1.2 on return the shop is connected, with both switches off, and everything is read', async () => {
    channel.wishes.forget();
    const { back, state } = await start();
    expect(await finish(back, state)).toBe('connected');
    const [row] = await rows();
    expect(row).toMatchObject({ merchantId: mine.id, sellerId: account(0).seller.sellerId, status: 'active' });
    expect(row).toMatchObject({ shopName: account(0).seller.name, pushPrice: false, pushQuantity: false });
    expect(row?.renewAt?.getTime()).toBeGreaterThan(channel.clock.now());
    expect(row?.listingsPullAt).not.toBeNull();
    expect(channel.wishes.turns.map((turn) => turn.lane)).toEqual(['orders', 'catalog', 'maintenance']);
    // The same return again: its state is spent (R1.3).
    expect(await finish(back, state)).toBe('state_replayed');
  });

  test('R1.3 a code that was used does not work with a fresh state', async () => {
    const first = await start();
    expect(await finish(first.back, first.state)).toBe('connected');
    const second = await start();
    second.back.searchParams.set('code', first.back.searchParams.get('code') ?? '');
    expect(await finish(second.back, second.state)).toBe('code_refused');
    expect(await rows()).toHaveLength(1);
  });

  test('R1.3 a seller that another merchant has connected is refused, also when both come at the same moment', async () => {
    const outcome = await tryConnect(channel, theirs.id, account(0).seller);
    expect(outcome).toMatchObject({ kind: 'refused', because: 'other_tenant' });
    const race = await Promise.all([mine.id, theirs.id].map((id) => tryConnect(channel, id, account(1).seller)));
    expect(race.map((each) => each.kind).sort()).toEqual(['connected', 'refused']);
    expect(await rows()).toHaveLength(2);
    const winner = race[0]?.kind === 'connected' ? mine.id : theirs.id;
    const [shop] = (await channel.connections.list(winner)).filter(
      (each) => each.sellerId === account(1).seller.sellerId,
    );
    expect(await channel.disconnect.disconnect(winner, shop?.connectionId ?? '')).toBe(true);
  });

  test('R1.5 re-authorizing with another seller is refused, with the same one it goes on', async () => {
    const before = (await channel.connections.list(mine.id)).find((each) => each.state === 'active');
    const id = before?.connectionId ?? '';
    expect(await tryConnect(channel, mine.id, account(1).seller, id)).toMatchObject({ because: 'other_seller' });
    await channel.connections.expire(mine.id, id, 'refresh_token');
    const again = await tryConnect(channel, mine.id, account(0).seller, id);
    expect(again).toMatchObject({ kind: 'connected', connectionId: id, resumed: true });
    expect(await channel.access.connection(mine.id, id)).toMatchObject({ status: 'active' });
  });

  test('R5.2 connecting the same seller after a disconnect revives the same connection', async () => {
    const [before] = (await channel.connections.list(mine.id)).filter((each) => each.state === 'active');
    await channel.disconnect.disconnect(mine.id, before?.connectionId ?? '');
    const again = await tryConnect(channel, mine.id, account(0).seller);
    expect(again).toMatchObject({ kind: 'connected', connectionId: before?.connectionId, resumed: true });
  });

  test('R1.3 a ticket of the framed app works once, for a few minutes, and leads a staff session through the owner’s login', async () => {
    const wish = { kind: 'connect', connectionId: null } as const;
    const ticket = await channel.ownerDoor.issueTicket(mine.id, wish, false);
    const step = await channel.ownerDoor.openTicket(ticket);
    if (step.kind !== 'go') throw new Error(step.kind);
    expect(step.to).toBe('haravan');
    expect(await channel.ownerDoor.openTicket(ticket)).toEqual({ kind: 'refused', because: 'ticket_replayed' });
    expect(await channel.ownerDoor.openTicket('made-up')).toEqual({ kind: 'refused', because: 'ticket_unknown' });
    const old = await channel.ownerDoor.issueTicket(mine.id, wish, true);
    channel.clock.advance(5 * 60_000 + 1);
    expect(await channel.ownerDoor.openTicket(old)).toEqual({ kind: 'refused', because: 'ticket_expired' });

    const proof = callbackFrom(await throughHaravan(step.redirect.url, account(0).owner), step.redirect.state);
    const proved = await channel.install.login(proof);
    if (proved.kind !== 'proved_owner') throw new Error(proved.kind);
    expect(proved.purpose.merchantId).toBe(mine.id);
    const next = await channel.ownerDoor.proved(proved.purpose.merchantId, proved.purpose);
    expect(next).toMatchObject({ kind: 'go', to: 'lazada' });
  });

  test('R1.3 neither staff nor the owner of another shop gets further with such a ticket', async () => {
    const attempt = async (person: { email: string; password: string }, orgId: string) => {
      const ticket = await channel.ownerDoor.issueTicket(mine.id, { kind: 'connect', connectionId: null }, false);
      const step = await channel.ownerDoor.openTicket(ticket);
      if (step.kind !== 'go') throw new Error(step.kind);
      const url = step.redirect.url.replace(mine.orgId, orgId);
      return channel.install.login(callbackFrom(await throughHaravan(url, person), step.redirect.state));
    };
    expect(await attempt(account(0).staff, mine.orgId)).toEqual({ kind: 'refused', because: 'not_owner' });
    expect(await attempt(account(1).owner, theirs.orgId)).toEqual({ kind: 'refused', because: 'other_org' });
  });
});
