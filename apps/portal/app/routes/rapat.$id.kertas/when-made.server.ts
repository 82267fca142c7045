import { paperState } from '@mufakat/services'
import { type AppLoadContext, actorOf } from '~/request/context.server'

/** A short paper is there before anybody wonders; a longer one is told of by its page. */
const PATIENCE_MS = 1_500
const LOOK_MS = 100

/** Waits a little for a paper that was asked for. */
export async function whenMade(
  context: AppLoadContext,
  { rapatId, paperId }: { rapatId: string; paperId: string },
): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const paper = await paperState(context.services, actorOf(context), { rapatId, paperId })
    if (paper?.state !== 'waiting' && paper?.state !== 'making') return
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
  }
}
