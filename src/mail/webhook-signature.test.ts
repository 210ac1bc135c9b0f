import { describe, expect, it } from 'vitest'
import { isWebhookSecret, newWebhookSecret, signedHeaders } from './webhook-signature'

describe('the signature of a webhook', () => {
  it('is the one that the specification gives as its example', () => {
    const at = new Date(1614265330 * 1000)
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    expect(signedHeaders(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', at, '{"test": 2432232314}')).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  it('is another one for another body, time, event or secret', () => {
    const sign = (secret: string, id: string, seconds: number, body: string) =>
      signedHeaders(secret, id, new Date(seconds * 1000), body)['webhook-signature']
    const [one, two] = [newWebhookSecret(), newWebhookSecret()]
    const signatures = [sign(one, 'a', 1, '{}'), sign(one, 'a', 1, '[]'), sign(one, 'a', 2, '{}')]
    expect(new Set([...signatures, sign(one, 'b', 1, '{}'), sign(two, 'a', 1, '{}')]).size).toBe(5)
  })
})

describe('a secret', () => {
  it('that is made is one', () => {
    expect(isWebhookSecret(newWebhookSecret())).toBe(true)
    expect(newWebhookSecret()).not.toBe(newWebhookSecret())
  })

  it.each(['', 'secret', 'whsec_', 'whsec_c2hvcnQ=', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2La LaSw'])(
    'is not %j',
    (text) => {
      expect(isWebhookSecret(text)).toBe(false)
    },
  )
})
