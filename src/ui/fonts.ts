import localFont from 'next/font/local'

/*
 * Be Vietnam Pro for headings, in the two weights we use and one file per script. The ranges are Fontsource's: a browser
 * fetches the Vietnamese file only for a page that has a Vietnamese letter. Next hashes the files. Its
 * own fallback would come before the Vietnamese file and draw those letters in Arial, so tokens.css has ours, after both.
 */

const heading = localFont({
  src: [
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff2',
      weight: '500',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-700-normal.woff2',
      weight: '700',
    },
  ],
  variable: '--font-heading',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
    },
  ],
})

const headingVietnamese = localFont({
  src: [
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2',
      weight: '500',
    },
    {
      path: '../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-700-normal.woff2',
      weight: '700',
    },
  ],
  variable: '--font-heading-vietnamese',
  adjustFontFallback: false,
  preload: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
    },
  ],
})

/** Class names for the root element: they define the variables the style sheet names. */
export const fontVariables = `${heading.variable} ${headingVietnamese.variable}`
