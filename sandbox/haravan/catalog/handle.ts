import type { Org } from '../entities/org';

/** `ao-thun-co-ban` */
export function slug(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The slug, with a number behind it when another product has it already. It is taken from now on. */
export function takeHandle({ handles }: Pick<Org, 'handles'>, wanted: string): string {
  const base = slug(wanted);
  let handle = base;
  for (let next = 1; handles.has(handle); next++) handle = `${base}-${next}`;
  handles.add(handle);
  return handle;
}
