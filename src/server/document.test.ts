import { describe, expect, test } from 'vitest'
import { isFailure, isUnfinished, withoutRuntime } from './document'

describe('a document without the runtime', () => {
  test('loses the scripts of the framework, the flight data and their preloads', () => {
    const html = [
      '<html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
      '<link rel="stylesheet" href="/_next/static/chunks/a.css"/><script src="/_next/static/chunks/a.js" async=""></script></head>',
      '<body><h1>Title</h1><script>(self.__next_f=self.__next_f||[]).push([0])</script>',
      '<script id="_R_">\nself.__next_f.push([1,"a<b>"])\n</script><script src="/p.js" noModule=""></script></body></html>',
    ].join('')
    expect(withoutRuntime(html)).toBe(
      '<html><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/></head><body><h1>Title</h1></body></html>',
    )
  })

  test.each([
    '<script type="application/ld+json">{"@context":"https://schema.org"}</script>',
    '<script type="module" src="/assets/theme-ABC.js"></script>',
    '<script async="" type="module" src="/assets/theme-ABC.js"></script>',
    '<script type="speculationrules">{"prefetch":[]}</script>',
    '<link rel="preload" as="font" href="/a.woff2"/>',
    '<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>',
  ])('keeps %s', (html) => {
    expect(withoutRuntime(html)).toBe(html)
  })
})

test('a page that threw is known by its root element, not by a text that names it', () => {
  expect(isFailure('<!DOCTYPE html><html id="__next_error__"><head>')).toBe(true)
  expect(isFailure('<html lang="en"><body>What <code>__next_error__</code> means</body>')).toBe(false)
})

test('a page with a part behind its end is unfinished', () => {
  expect(isUnfinished('<main><!--$?--><template id="B:0"></template><!--/$--></main><div hidden id="S:0">')).toBe(true)
  expect(isUnfinished('<main><!--$-->done<!--/$--></main>')).toBe(false)
})
