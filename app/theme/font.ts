import localFont from 'next/font/local';

/*
 * Preloaded, and with a fallback of the same measures: words do not move when the font arrives (interface.md, rule 7).
 * Two families, because a family has one range of characters; next/font wants every option written out where it is called.
 */
const latin = localFont({
  variable: '--font-latin',
  src: [
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff2',
      weight: '500',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2',
      weight: '600',
    },
  ],
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215',
    },
  ],
  adjustFontFallback: false,
});

const vietnamese = localFont({
  variable: '--font-vietnamese',
  src: [
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2',
      weight: '500',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2',
      weight: '600',
    },
  ],
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
    },
  ],
  adjustFontFallback: 'Arial',
});

/** For the page's root: names both families in `--font-latin` and `--font-vietnamese`. */
export const fontClass = `${latin.variable} ${vietnamese.variable}`;
