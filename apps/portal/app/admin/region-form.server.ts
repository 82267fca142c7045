import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { importRegions, includedRegions, type RegionReview, reviewRegions } from '@mufakat/services'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, issueErrors } from '~/request/guard.server'

/** What the form of an import is answered with, until it is done. */
export interface RegionAnswer {
  readonly review: RegionReview | null
  readonly errors: FormErrors | null
}

async function filesOf(form: FormData, included: readonly string[] | null): Promise<readonly string[]> {
  if (form.get('sumber') === 'disertakan' && included !== null) return included
  const files = form.getAll('files').filter(file => file instanceof Blob && file.size > 0)
  return Promise.all(files.map(file => (file as Blob).text()))
}

/** First judges the files and shows what they would do; does it only when that was seen. Null: it is done. */
export async function regionAction(context: AppLoadContext, form: FormData): Promise<RegionAnswer | null> {
  const actor = actorOf(context)
  if (!may(actor, 'wilayah.edit')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  const { services } = context
  try {
    if (form.get('maksud') === 'terapkan') {
      await importRegions(services, actor, {
        files: form.getAll('berkas').map(String),
        mark: String(form.get('tanda') ?? ''),
        withdraw: form.has('nonaktifkan'),
      })
      return null
    }
    const files = await filesOf(form, await includedRegions(services, actor))
    if (files.length === 0)
      return { review: null, errors: issueErrors([{ path: ['files'], message: 'field.required' }]) }
    return { review: await reviewRegions(services, actor, { files }), errors: null }
  } catch (error) {
    return { review: null, errors: formErrors(error) }
  }
}
