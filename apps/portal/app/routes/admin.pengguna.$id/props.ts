import type { AccountDetail, LinkForHand, OpdRef } from '@mufakat/services'
import type { FormErrors } from '~/request/guard.server'
import type { TypedHolding } from './act.server'

/** What the page of a person is drawn from. */
export interface PersonPageProps {
  account: AccountDetail
  opd: readonly OpdRef[]
  jabatan: readonly { id: string; opdId: string; name: string }[]
  baseUrl: string
  /** The portal can be looked at as this person. */
  mayView: boolean
  answer: { link: LinkForHand | null; errors: FormErrors | null; typed: TypedHolding | null } | undefined
}
