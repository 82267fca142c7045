import { listHoldings, listReachable, type RapatRow, type Tx } from '@mufakat/db'
import { holderOn, type Tanggal } from '@mufakat/domain'
import { queueMail } from '../mail/queue-mail'

/** Who writes, and by which address people come; null: nobody is written to (the demo). */
export type BaseUrl = string | null

const linkTo = (baseUrl: string, rapat: RapatRow): string => `${baseUrl}/rapat/${rapat.id}/pengesahan`

type Reachable = Awaited<ReturnType<typeof listReachable>>[number] & { readonly email: string }

async function reachable(tx: Tx, ids: readonly (string | null)[]): Promise<Reachable[]> {
  const people = await listReachable(tx, [...new Set(ids.flatMap(id => id ?? []))])
  return people.flatMap(person =>
    person.active && person.email !== null ? [{ ...person, email: person.email }] : [],
  )
}

/** To the pimpinan rapat: there is a notula to look at. */
export async function tellSubmitted(
  tx: Tx,
  baseUrl: BaseUrl,
  rapat: RapatRow,
  review: { id: string; by: string },
): Promise<void> {
  if (baseUrl === null || rapat.chairId === review.by) return
  for (const { name, email, locale } of await reachable(tx, [rapat.chairId]))
    await queueMail(tx, {
      event: `notula-submitted:${review.id}`,
      to: email,
      locale,
      template: 'notula-submitted',
      data: { name, rapat: rapat.title, link: linkTo(baseUrl, rapat) },
    })
}

/** To the notulis: it came back, and why. */
export async function tellReturned(
  tx: Tx,
  baseUrl: BaseUrl,
  rapat: RapatRow,
  review: { id: string; by: string; note: string },
): Promise<void> {
  if (baseUrl === null || rapat.notulisId === review.by) return
  for (const { name, email, locale } of await reachable(tx, [rapat.notulisId]))
    await queueMail(tx, {
      event: `notula-returned:${review.id}`,
      to: email,
      locale,
      template: 'notula-returned',
      data: { name, rapat: rapat.title, note: review.note, link: linkTo(baseUrl, rapat) },
    })
}

/** To who heads the invited OPD, to pimpinan and notulis: one letter each. */
export async function tellRatified(
  tx: Tx,
  baseUrl: BaseUrl,
  rapat: RapatRow,
  record: { code: string; on: Tanggal },
): Promise<void> {
  if (baseUrl === null) return
  const opdIds = [...rapat.invitedOpdIds, ...rapat.heirOpdIds]
  const holdings = opdIds.length === 0 ? [] : await listHoldings(tx, { on: record.on, opdIds })
  const heads = holdings
    .filter(one => one.isHead)
    .map(one => holderOn(holdings, one.jabatanId, record.on)?.personId ?? null)
  for (const { id, name, email, locale } of await reachable(tx, [rapat.chairId, rapat.notulisId, ...heads]))
    await queueMail(tx, {
      event: `notula-ratified:${rapat.id}:${id}`,
      to: email,
      locale,
      template: 'notula-ratified',
      data: { name, rapat: rapat.title, code: record.code, link: linkTo(baseUrl, rapat) },
    })
}
