import { Router } from 'express'
import type { FileRoutesOptions } from './answers'
import { formRoute } from './form'
import { pieceRoutes } from './pieces'
import { sendRoute } from './send'
import { signedFormRoute } from './signed-form'

/** Everything below `/berkas`: what streams does not go through Remix, which would hold it in memory. */
export function fileRoutes(options: FileRoutesOptions): Router {
  const router = Router()
  router.use('/unggahan', pieceRoutes(options))
  router.post('/formulir/:kind/:id', formRoute(options))
  router.post('/salinan/:rapatId', signedFormRoute(options))
  router.get('/salinan/:id', sendRoute(options, 'signed'))
  router.get('/:id/kecil', sendRoute(options, 'thumbnail'))
  router.get('/:id', sendRoute(options, 'whole'))
  return router
}
