import { AppError } from '@mufakat/kernel'
import type { PageHandle } from '~/frame/title'
import { guarded } from '~/request/guard.server'

export const handle: PageHandle = { title: words => words.t('error.not-found.title') }

/** Every address that leads nowhere, told in the same words as what may not be seen. */
export const loader = guarded(async () => {
  throw new AppError('not-found')
})

export const action = loader

export default function NowhereRoute() {
  return null
}
