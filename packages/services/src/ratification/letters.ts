import { listHoldings, type RapatRow, type Tx } from '@mufakat/db'
import { holderOn, type Officers, type Tanggal } from '@mufakat/domain'
import type { MailData } from '@mufakat/mail'
import { queueMail } from '../mail/queue-mail'
import { reachable } from '../mail/reachable'

/** Who writes, and by which address people come; null: nobody is written to (the demo). */
export type BaseUrl = string | null

const linkTo = (baseUrl: string, rapat: RapatRow): string => `${baseUrl}/rapat/${rapat.id}/pengesahan`

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
  for (const { id, name, email, locale } of await reachable(tx, await takingPart(tx, rapat, record.on)))
    await queueMail(tx, {
      event: `notula-ratified:${rapat.id}:${id}`,
      to: email,
      locale,
      template: 'notula-ratified',
      data: { name, rapat: rapat.title, code: record.code, link: linkTo(baseUrl, rapat) },
    })
}

/** Who heads the invited OPD, pimpinan and notulis. */
async function takingPart(tx: Tx, rapat: RapatRow, on: Tanggal): Promise<(string | null)[]> {
  const opdIds = [...rapat.invitedOpdIds, ...rapat.heirOpdIds]
  const holdings = opdIds.length === 0 ? [] : await listHoldings(tx, { on, opdIds })
  const heads = holdings
    .filter(one => one.isHead)
    .map(one => holderOn(holdings, one.jabatanId, on)?.personId ?? null)
  return [rapat.chairId, rapat.notulisId, ...heads]
}

/** A Koreksi as its letters name it; `by`: who has just done something with it, and needs no letter. */
interface ToldKoreksi {
  readonly id: string
  readonly number: number
  readonly by: string
}

type KoreksiTemplate = 'koreksi-submitted' | 'koreksi-returned' | 'koreksi-ratified'

async function tellOfKoreksi<T extends KoreksiTemplate>(
  tx: Tx,
  baseUrl: BaseUrl,
  letter: {
    template: T
    rapat: RapatRow
    koreksi: ToldKoreksi
    to: readonly (string | null)[]
    more: Omit<MailData<T>, 'name' | 'rapat' | 'number' | 'link'>
  },
): Promise<void> {
  if (baseUrl === null) return
  const { template, rapat, koreksi, to, more } = letter
  const link = `${baseUrl}/rapat/${rapat.id}/koreksi`
  for (const { id, name, email, locale } of await reachable(tx, to)) {
    if (id === koreksi.by) continue
    const about = { name, rapat: rapat.title, number: koreksi.number, link }
    await queueMail(tx, {
      event: `${template}:${koreksi.id}:${id}`,
      to: email,
      locale,
      template,
      data: { ...about, ...more } as MailData<T>,
    })
  }
}

/** To who signs: there is a Koreksi to look at. */
export const tellKoreksiSubmitted = (
  tx: Tx,
  baseUrl: BaseUrl,
  rapat: RapatRow,
  koreksi: ToldKoreksi & { readonly reason: string; readonly signers: Officers },
): Promise<void> =>
  tellOfKoreksi(tx, baseUrl, {
    ...{ template: 'koreksi-submitted', rapat, koreksi },
    to: [koreksi.signers.chairId, koreksi.signers.notulisId],
    more: { reason: koreksi.reason },
  })

/** To who proposed it, and the notulis: it came back, and why. */
export const tellKoreksiReturned = (
  tx: Tx,
  baseUrl: BaseUrl,
  rapat: RapatRow,
  koreksi: ToldKoreksi & { readonly note: string; readonly proposedBy: string },
): Promise<void> =>
  tellOfKoreksi(tx, baseUrl, {
    ...{ template: 'koreksi-returned', rapat, koreksi },
    to: [koreksi.proposedBy, rapat.notulisId],
    more: { note: koreksi.note },
  })

/** To everybody who was told of the notula, to who signed and who proposed it: one letter each. */
export async function tellKoreksiRatified(
  tx: Tx,
  baseUrl: BaseUrl,
  rapat: RapatRow,
  koreksi: ToldKoreksi & {
    readonly code: string
    readonly on: Tanggal
    readonly proposedBy: string
    readonly signers: Officers
  },
): Promise<void> {
  const { code, on, proposedBy, signers } = koreksi
  await tellOfKoreksi(tx, baseUrl, {
    ...{ template: 'koreksi-ratified', rapat, koreksi: { ...koreksi, by: '' } },
    to: [...(await takingPart(tx, rapat, on)), signers.chairId, signers.notulisId, proposedBy],
    more: { code },
  })
}
