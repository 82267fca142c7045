import type { AppLoadContext } from '~/request/context.server'
import { visitorOf } from '~/request/enter.server'

/** What a form of one's own factors says of who asks. */
export const proofOf = (form: FormData, request: Request, context: AppLoadContext) => ({
  ...visitorOf(request, context),
  password: String(form.get('password') ?? '').slice(0, 200),
})
