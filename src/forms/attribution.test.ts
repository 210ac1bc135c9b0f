import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAttribution } from './attribution'

const way = {
  landingPage: '/blog/rust?utm_source=news',
  referrer: 'https://search.example.com/',
  source: 'news',
  medium: 'mail',
  campaign: 'spring',
  article: 'rust',
}

describe('attribution', () => {
  it('is what the script of our pages collected', () => {
    expect(readAttribution(JSON.stringify(way), '')).toEqual(way)
  })

  it('is the link that was followed when there is no script', () => {
    expect(readAttribution('', 'why-go')).toEqual({ article: 'why-go' })
  })

  it('prefers the link that was followed to the article read before', () => {
    expect(readAttribution(JSON.stringify(way), 'why-go')).toMatchObject({ source: 'news', article: 'why-go' })
  })

  it('leaves out parts that are not what they should be, and what nobody asked for', () => {
    const bad = {
      landingPage: '//evil.example',
      referrer: 'javascript:alert(1)',
      source: ['a'],
      article: '../x',
      more: 1,
    }
    expect(readAttribution(JSON.stringify({ ...way, ...bad }), '<b>')).toEqual({ medium: 'mail', campaign: 'spring' })
  })

  it('is cut to length and cleaned', () => {
    const { source = '', campaign } = readAttribution(
      JSON.stringify({ source: 'x'.repeat(9999), campaign: ' a\u0000\r\nb ' }),
      '',
    )
    expect(source).toHaveLength(120)
    expect(campaign).toBe('a b')
  })

  it('is empty for anything else, and never an error', () => {
    expect(readAttribution('[1', '')).toEqual({})
    fc.assert(
      fc.property(fc.json(), fc.string(), (collected, from) => {
        readAttribution(collected, from)
      }),
    )
  })
})
