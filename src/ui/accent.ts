/*
 * One accent colour is entered by an editor; a page needs it on light and on dark paper, readable on both. WCAG 2.2 asks for
 * 4.5:1, so its lightness is changed, and its hue and saturation kept, until it has that on the papers of its theme.
 */

type Rgb = [number, number, number]

/** The papers that accented text stands on, sunken first: the one that takes most of its contrast. */
const LIGHT_PAPERS = ['#efeee5', '#f8f7f1', '#fffefa']
const DARK_PAPERS = ['#1f2421', '#1a1e1b', '#131614']
const CONTRAST = 4.5
const STEP = 0.01

export type Accent = { accent: string; onAccent: string }

/** The accent of both themes for a colour as `#rrggbb`; undefined for anything else. */
export function accentPair(colour: string): { light: Accent; dark: Accent } | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return undefined
  return {
    light: withText(readable(colour, LIGHT_PAPERS, -STEP)),
    dark: withText(readable(colour, DARK_PAPERS, STEP)),
  }
}

/** Contrast of two colours after WCAG 2.2: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** The colour, darker or lighter by as many steps as it needs. */
function readable(colour: string, papers: string[], step: number): string {
  const { hue, saturation, lightness } = toHsl(parse(colour))
  for (let light = lightness; light > 0 && light < 1; light += step) {
    const candidate =
      light === lightness ? colour.toLowerCase() : format(fromHsl({ hue, saturation, lightness: light }))
    if (papers.every((paper) => contrast(candidate, paper) >= CONTRAST)) return candidate
  }
  return step < 0 ? '#000000' : '#ffffff'
}

/** The colour of text on the accent: whichever of near-black and white reads better. */
function withText(accent: string): Accent {
  const [black, white] = ['#140a06', '#ffffff']
  return { accent, onAccent: contrast(accent, white) >= contrast(accent, black) ? white : black }
}

const parse = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb

const format = (colour: Rgb) =>
  `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`

type Hsl = { hue: number; saturation: number; lightness: number }

/** Hue in sixths of the circle, saturation and lightness from 0 to 1. */
function toHsl(colour: Rgb): Hsl {
  const [red, green, blue] = colour.map((channel) => channel / 255) as Rgb
  const high = Math.max(red, green, blue)
  const range = high - Math.min(red, green, blue)
  const lightness = high - range / 2
  if (range === 0) return { hue: 0, saturation: 0, lightness }
  const saturation = range / (1 - Math.abs(2 * lightness - 1))
  if (high === red) return { hue: ((green - blue) / range + 6) % 6, saturation, lightness }
  return { hue: high === green ? (blue - red) / range + 2 : (red - green) / range + 4, saturation, lightness }
}

function fromHsl({ hue, saturation, lightness }: Hsl): Rgb {
  const amplitude = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const at = (offset + hue * 2) % 12
    return 255 * (lightness - amplitude * Math.max(-1, Math.min(at - 3, 9 - at, 1)))
  }
  return [channel(0), channel(8), channel(4)]
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour
    .map((channel) => channel / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The style sheet that gives the accent its colour; empty without one, and the default of the tokens holds. */
export function accentStyles(colour: string | null | undefined): string {
  const pair = colour ? accentPair(colour) : undefined
  if (!pair) return ''
  const rule = ({ accent, onAccent }: Accent) => `--accent:${accent};--on-accent:${onAccent}`
  return [
    // The slab is dark in both themes.
    `:root{${rule(pair.light)};--on-slab-accent:${pair.dark.accent}}`,
    `@media(prefers-color-scheme:dark){:root:not([data-theme="light"]){${rule(pair.dark)}}}`,
    `:root[data-theme="dark"]{${rule(pair.dark)}}`,
  ].join('\n')
}
