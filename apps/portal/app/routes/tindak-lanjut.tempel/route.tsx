import { may } from '@mufakat/domain'
import { AppError, errorKind } from '@mufakat/kernel'
import { importPaste, type PasteInput, readPaste, reviewPaste } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded } from '~/request/guard.server'
import { handedOn, pastedText } from '~/tempel/form.server'
import { type PasteAnswer, PastePage } from './page'

export const handle = stillPage('tempel.title')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  if (!may(actor, 'tampilan.save')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  return null
})

/** First reads and judges what was pasted; puts it in only when that was seen. */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const form = await request.formData()
  const answer: PasteAnswer = { errors: null, input: null, review: null, done: null }
  let input: PasteInput | null = null
  try {
    const intent = form.get('maksud')
    if (intent === 'masukkan') {
      input = handedOn(form)
      const done = await importPaste(services, actor, { ...input, mark: String(form.get('tanda') ?? '') })
      return data<PasteAnswer>({ ...answer, input, done })
    }
    const text = intent === 'periksa' ? '' : await pastedText(form)
    const hasHead = form.get('kepala') === 'ya'
    input = intent === 'periksa' ? handedOn(form) : await readPaste(services, actor, { text, hasHead })
    return data<PasteAnswer>({ ...answer, input, review: await reviewPaste(services, actor, input) })
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') throw error
    const errors = formErrors(error)
    return data<PasteAnswer>(
      { ...answer, errors, input },
      { status: errorKind(errors.form ?? 'invalid-input').status },
    )
  }
})

export default function PasteRoute() {
  return <PastePage answer={useActionData<typeof action>()} />
}
