import type { OwnDataView, PrivacyNotice } from '@mufakat/services'
import { Card, CardHead, Notice } from '@mufakat/ui'
import { CircleCheckBig, ShieldCheck } from 'lucide-react'
import { KeptTable } from '~/data-pribadi/kept'
import { CopyCard, ErasureCard, PhoneCard, type RefusedForm } from '~/data-pribadi/own-cards'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'

interface DataPribadiPageProps {
  notice: PrivacyNotice
  /** Null: nobody is signed in, or not as themselves. */
  own: OwnDataView | null
  isIn: boolean
  done: 'hp' | 'salinan' | 'hapus' | 'tarik' | null
  refused: RefusedForm | undefined
}

function Contact({ contact }: { contact: PrivacyNotice['contact'] }) {
  const words = useAllWords()
  const ways = [contact.office, contact.email, contact.phone].filter(Boolean)
  return (
    <Card as="section" aria-labelledby="kontak">
      <CardHead id="kontak" title={words.t('pribadi.contact')} />
      <div className="grid gap-1 p-4 text-sm sm:p-5">
        {ways.length === 0 ? (
          <p>{words.t('pribadi.contact.none')}</p>
        ) : (
          <>
            <p className="text-ink-2">{words.t('pribadi.contact.help')}</p>
            {ways.map(way => (
              <p key={way} className="font-medium break-words">
                {way === contact.email ? <a href={`mailto:${way}`}>{way}</a> : way}
              </p>
            ))}
          </>
        )}
      </div>
    </Card>
  )
}

export function DataPribadiPage({ notice, own, isIn, done, refused }: DataPribadiPageProps) {
  const words = useAllWords()
  return (
    <div className={isIn ? 'max-w-4xl' : 'mx-auto max-w-4xl px-4 py-8 sm:px-6'}>
      <PageHead
        title={words.t('pribadi.title')}
        lead={words.t('pribadi.lead')}
        back={
          isIn
            ? { to: '/profil', label: words.t('nav.profil') }
            : { to: '/masuk', label: words.t('pribadi.back') }
        }
      />
      <div className="grid gap-6">
        {done && !refused && (
          <Notice tone="success" icon={CircleCheckBig} role="status">
            {words.t(`pribadi.done.${done}`)}
          </Notice>
        )}
        <Notice tone="info" icon={ShieldCheck}>
          {words.t('pribadi.none')}
        </Notice>
        <Card as="section" aria-labelledby="disimpan">
          <CardHead id="disimpan" title={words.t('pribadi.kept')} />
          <KeptTable notice={notice} />
        </Card>
        <Contact contact={notice.contact} />
        {own && (
          <>
            <PhoneCard own={own} refused={refused} />
            <CopyCard own={own} refused={refused} days={notice.retention.exportDays} />
            <ErasureCard own={own} refused={refused} />
          </>
        )}
      </div>
    </div>
  )
}
