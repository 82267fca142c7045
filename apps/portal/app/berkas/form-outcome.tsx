import { Notice } from '@mufakat/ui'
import { useSearchParams } from '@remix-run/react'
import { CircleAlert, CircleCheckBig } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** What a form that was sent without script has brought. */
export function FormOutcome() {
  const words = useAllWords()
  const [params] = useSearchParams()
  const added = Number(params.get('terunggah') ?? 0)
  const masked = Number(params.get('disamarkan') ?? 0)
  const refused = params.getAll('ditolak')
  return (
    <>
      {added > 0 && (
        <Notice tone="success" icon={CircleCheckBig} role="status">
          {words.t('berkas.added.form', { n: added })}
          {masked > 0 && ` ${words.t('berkas.nik.masked.form', { n: masked })}`}
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="danger" icon={CircleAlert} role="alert">
          {words.t('berkas.refused.form', { n: refused.length })}{' '}
          {[...new Set(refused)]
            .map(reason => words.lookup(`berkas.refused.${reason}`, words.t('berkas.refused.other')))
            .join(' ')}
        </Notice>
      )}
    </>
  )
}
