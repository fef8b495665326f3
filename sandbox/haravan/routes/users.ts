import { type Api, requireScope } from '../api';
import { isOwner, type User } from '../entities/org';
import { found } from '../envelope';
import { pageOf, pageRequest } from '../listing';
import type { Platform } from '../platform';

/** haravan.md §2.24 */
export function addUserRoutes(api: Api, { store }: Platform): void {
  api.get('/com/users', (c) => {
    requireScope(c, 'shop', 'read');
    const rows = c.get('org').users.map(formatUser);
    return c.json({ users: pageOf(rows, pageRequest(c, store.modes.pageCap)) });
  });

  api.get('/com/users/groups', (c) => {
    requireScope(c, 'shop', 'read');
    return c.json({ user_groups: [{ id: 1, name: 'Nhân viên bán hàng', type: 'custom' }] });
  });

  api.get('/com/users/:id', (c) => {
    requireScope(c, 'shop', 'read');
    const wanted = c.req.param('id');
    const user = c.get('org').users.find(({ id }) => id === wanted);
    return c.json({ user: formatUser(found(store, user)) });
  });
}

/** The given name is the last word of a Vietnamese name. */
function formatUser(user: User) {
  const words = user.name.split(' ');
  return {
    id: Number(user.id),
    email: user.email,
    first_name: words.at(-1) ?? '',
    last_name: words.slice(0, -1).join(' '),
    phone: null,
    account_owner: isOwner(user),
    user_type: 'invited',
    permissions: isOwner(user) ? ['Full'] : ['Limit'],
    receive_announcements: false,
  };
}
