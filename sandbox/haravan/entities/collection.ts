/** A hand-made list of products, or one that rules make (haravan.md §2.9). */
export type Collection = {
  id: number;
  kind: 'custom' | 'smart';
  title: string;
  handle: string;
  bodyHtml: string | null;
  image: { src: string } | null;
  publishedAt: number | null;
  publishedScope: string;
  sortOrder: string;
  templateSuffix: string | null;
  rules: CollectionRule[];
  /** Any rule is enough. */
  disjunctive: boolean;
  createdAt: number;
  updatedAt: number;
};

export type CollectionRule = { column: string; relation: string; condition: string };

/** A product in a hand-made collection. */
export type Collect = {
  id: number;
  collectionId: number;
  productId: number;
  featured: boolean;
  position: number;
  createdAt: number;
  updatedAt: number;
};
