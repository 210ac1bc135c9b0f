import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { graphql, rest } from '../support/api'
import { contractPayload } from '../support/contract'
import { createAccount, createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
})

const rolesOf = async (id: string) => (await payload.findByID({ collection: 'users', id })).roles

describe('an account', () => {
  it('of an author sees itself alone', async () => {
    const { body } = await rest('GET', '/users', { as: staff.author })
    expect(body.docs?.map(({ id }) => id)).toEqual([staff.author.id])
    expect((await rest('GET', `/users/${staff.admin.id}`, { as: staff.author })).status).toBe(404)
  })

  it.each([
    ['sales', 'a lead', ['admin', 'sales']],
    ['editor', 'a post', ['admin', 'author', 'editor', 'other-author']],
  ] as const)('of %s sees who can own %s, by name and not by address', async (role, _, names) => {
    const { body } = await rest('GET', '/users?sort=name', { as: staff[role] })
    expect(body.docs?.map(({ name }) => name)).toEqual(names)
    const others = body.docs?.filter(({ id }) => id !== staff[role].id)
    expect(JSON.stringify(others)).not.toContain('@example.com')
  })

  it('shows nobody its hash, salt or sessions', async () => {
    for (const as of [staff.admin, staff.author]) {
      const text = JSON.stringify((await rest('GET', '/users', { as })).body)
      for (const secret of ['"hash"', '"salt"', '"resetPasswordToken"']) expect(text).not.toContain(secret)
    }
  })

  it('changes its own name and password', async () => {
    const account = await createAccount(payload, 'changing', ['author'])
    const body = { name: 'Changed', password: 'another long password' }
    expect((await rest('PATCH', `/users/${account.id}`, { as: account, body })).status).toBe(200)
    const data = { email: 'changing@example.com', password: 'another long password' }
    expect((await payload.login({ collection: 'users', data })).user).toMatchObject({ name: 'Changed' })
  })

  it('gives itself no role, by REST or by GraphQL', async () => {
    const { id, token } = staff.author
    await rest('PATCH', `/users/${id}`, { as: { token }, body: { roles: ['admin'] } })
    await graphql(`mutation { updateUser(id: "${id}", data: { roles: [admin] }) { id } }`, { as: { token } })
    expect(await rolesOf(id)).toEqual(['author'])
  })

  it('changes and deletes no other, and makes none', async () => {
    for (const as of [staff.author, staff.editor, staff.sales]) {
      const attempts = [
        await rest('PATCH', `/users/${staff.otherAuthor.id}`, { as, body: { password: 'taken over by me' } }),
        await rest('DELETE', `/users/${staff.otherAuthor.id}`, { as }),
        await rest('POST', '/users', {
          as,
          body: { name: 'N', email: 'n@example.com', password: 'a long password', roles: ['admin'] },
        }),
        await rest('POST', '/users/unlock', { as, body: { email: 'admin@example.com' } }),
      ]
      for (const { status } of attempts) expect([403, 404]).toContain(status)
    }
    const data = { email: 'other-author@example.com', password: 'taken over by me' }
    await expect(payload.login({ collection: 'users', data })).rejects.toThrow()
  })

  it('that is deactivated cannot sign in, and its session counts for nothing', async () => {
    const account = await createAccount(payload, 'leaving', ['admin'])
    await payload.update({ collection: 'users', id: account.id, data: { active: false } })
    const data = { email: 'leaving@example.com', password: 'correct horse battery' }
    await expect(payload.login({ collection: 'users', data })).rejects.toMatchObject({ status: 403 })
    expect((await rest('GET', '/leads', { as: account })).status).toBe(403)
    expect((await rest('PATCH', `/users/${account.id}`, { as: account, body: { active: true } })).status).toBe(403)
    expect((await payload.findByID({ collection: 'users', id: account.id })).active).toBe(false)
  })

  it('that is the last admin stays one', async () => {
    const id = staff.admin.id
    const attempts = [
      await rest('PATCH', `/users/${id}`, { as: staff.admin, body: { roles: ['author'] } }),
      await rest('PATCH', `/users/${id}`, { as: staff.admin, body: { active: false } }),
      await rest('DELETE', `/users/${id}`, { as: staff.admin }),
    ]
    for (const { status } of attempts) expect(status).toBeGreaterThanOrEqual(400)
    expect(await rolesOf(id)).toEqual(['admin'])
  })

  it('whose token is forged is nobody', async () => {
    const forged = { token: `${staff.admin.token.slice(0, -4)}AAAA` }
    expect((await rest('GET', '/leads', { as: forged })).status).toBe(403)
  })
})
