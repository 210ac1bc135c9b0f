import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type FigureKey, figures, renderFigure } from '.'
import { lettersPath, lettersWidth } from './lettering'

describe('a figure', () => {
  it.each(Object.keys(figures) as FigureKey[])(
    '%s is drawn as a PNG of the shape social networks show',
    async (key) => {
      const image = sharp(await renderFigure(key))
      expect(await image.metadata()).toMatchObject({ format: 'png', width: 1600, height: 840 })
      const { channels } = await image.stats()
      expect(channels[0]?.min).toBeLessThan(60)
    },
  )

  it('uses no font, because a server may have none', () => {
    for (const { svg } of Object.values(figures)) expect(svg()).not.toContain('<text')
  })
})

describe('lettering', () => {
  it('draws a word as strokes and knows how wide it is', () => {
    expect(lettersPath('l', 10, 20, 6)).toBe('M10 20L10 26L14 26')
    expect(lettersWidth('ab', 12)).toBe(20)
    expect(lettersWidth('', 12)).toBe(0)
  })

  it('refuses a character it cannot draw rather than leaving it out', () => {
    expect(() => lettersPath('é', 0, 0, 12)).toThrow('No lettering for "É"')
  })
})
