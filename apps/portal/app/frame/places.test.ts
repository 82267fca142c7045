import type { Actor } from '@mufakat/domain'
import { describe, expect, it } from 'vitest'
import { barOf, PLACES, placesFor } from './places'

const actor = (more: Partial<Actor>): Actor =>
  ({ personId: 'p', role: 'admin', opdId: null, ...more }) as Actor

describe('the places of the main menu', () => {
  it('leads nobody and a guest nowhere, and keeps Pengaturan for who has a section of it', () => {
    expect(placesFor(null, true)).toEqual([])
    expect(placesFor(actor({ guestOf: 'r' }), false)).toEqual([])
    expect(placesFor(actor({}), true)).toContain('/admin')
    expect(placesFor(actor({ role: 'staf_opd' }), false)).not.toContain('/admin')
  })

  it('leaves out what is a person’s own while somebody looks as them', () => {
    expect(placesFor(actor({}), false)).toContain('/profil')
    expect(placesFor(actor({ viewedBy: 'somebody' }), false)).not.toContain('/profil')
  })

  it('has the dashboard before the targets for who looks at all OPD, and only for them', () => {
    const order = (role: Actor['role']) =>
      placesFor(actor({ role }), false).filter(to => to === '/dasbor' || to === '/target')
    expect(order('pimpinan')).toEqual(['/dasbor', '/target'])
    expect(order('staf_opd')).toEqual(['/target', '/dasbor'])
    expect(placesFor(actor({ role: 'pimpinan' }), false)[0]).toBe('/')
  })

  it('gives every place a key of its own', () => {
    const keys = PLACES.flatMap(({ shortcut }) => shortcut?.[0] ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('holds five at the foot of a phone, the last of which opens the others', () => {
    const place = PLACES.slice(0, 1)
    const many = (n: number) => Array.from({ length: n }, () => place).flat()
    expect(barOf(many(5))).toMatchObject({ shown: { length: 5 }, behind: [] })
    expect(barOf(many(7))).toMatchObject({ shown: { length: 4 }, behind: { length: 3 } })
  })
})
