/** A product in words. Prices are in thousands of đồng. Without options it has the single variant "Default Title". */
export type Template = {
  title: string;
  /** Prefix of the codes of its variants. */
  code: string;
  type: string;
  priceFrom: number;
  priceTo: number;
  colors?: readonly Word[];
  sizes?: readonly string[];
  /** Printed bar codes (EAN-13) instead of codes made of letters. */
  ean?: boolean;
};

export type Word = { name: string; code: string };
