import { expect, it } from 'vitest'
import { inboxViews } from './views'

const at = (now: string) => inboxViews('ann', new Date(now))

it('the views of the inbox have one address all day', () => {
  expect(at('2026-03-02T01:00:00Z')).toEqual(at('2026-03-02T23:59:59Z'))
  expect(at('2026-03-03T00:00:00Z')).not.toEqual(at('2026-03-02T23:59:59Z'))
})
