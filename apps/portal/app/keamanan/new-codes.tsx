import { buttonClass, Card, CardHead } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'

/** Recovery codes in the clear, this once; on paper nothing but them. */
export function NewCodes({ codes }: { codes: readonly string[] }) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="kode-baru" className="max-w-2xl">
      <CardHead id="kode-baru" title={words.t('keamanan.codes.new')} />
      <div className="grid gap-5 p-4 sm:p-5">
        <p className="text-sm text-ink-2">{words.t('keamanan.codes.new.lead')}</p>
        <ol className="grid gap-x-8 gap-y-2 rounded-md bg-sunken p-4 font-mono text-base sm:grid-cols-2">
          {codes.map(code => (
            <li key={code} className="select-all">
              {code}
            </li>
          ))}
        </ol>
        <a href="/profil/keamanan" className={buttonClass('primary', 'md', 'screen-only w-fit')}>
          {words.t('keamanan.codes.kept')}
        </a>
      </div>
    </Card>
  )
}
