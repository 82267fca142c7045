import { whatsappLink } from '@mufakat/domain'
import type { InvitationView } from '@mufakat/services'
import { buttonClass, Card, CardHead } from '@mufakat/ui'
import { CalendarPlus, FileDown, Pencil, Share2 } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { hoursOf } from '~/rapat/when'
import { CopiedText, CopyButton } from '~/undangan/copy-text'

function Row({ label, children }: { label: string; children: string }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[9rem_1fr]">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="min-w-0 break-words whitespace-pre-line">{children || '–'}</dd>
    </div>
  )
}

/** The letter as it will stand on paper. */
export function LetterCard({ view }: { view: InvitationView }) {
  const words = useAllWords()
  const { rapat, letter, invited, allowed } = view
  const { signer } = letter
  const none = words.t('rapat.field.none')
  return (
    <Card as="section" aria-labelledby="surat">
      <CardHead
        id="surat"
        level={3}
        title={words.t('undangan.letter')}
        end={
          allowed.edit && (
            <a
              href={`/rapat/${rapat.id}/undangan/ubah`}
              className={buttonClass('secondary', 'sm', 'screen-only')}
            >
              <Pencil aria-hidden />
              {words.t('undangan.letter.edit')}
            </a>
          )
        }
      />
      <dl className="grid gap-2 p-4 sm:p-5">
        <Row label={words.t('undangan.field.number')}>{letter.number}</Row>
        <Row label={words.t('undangan.field.letterDate')}>
          {letter.letterDate === null ? '' : words.date(letter.letterDate)}
        </Row>
        <Row label={words.t('undangan.field.nature')}>{letter.nature}</Row>
        <Row label={words.t('undangan.field.attachments')}>{letter.attachments}</Row>
        <Row label={words.t('undangan.field.subject')}>
          {letter.subject || `${words.t('undangan.title')} ${rapat.title}`}
        </Row>
        <Row label={words.t('undangan.letter.to')}>{words.t('undangan.letter.to.opd')}</Row>
        <Row label={words.t('undangan.field.basis')}>{letter.basis}</Row>
        <Row label={words.t('hadir.kop.day')}>
          {rapat.date === null ? none : words.date(rapat.date, 'full')}
        </Row>
        <Row label={words.t('rapat.column.when')}>{hoursOf(rapat, words) ?? none}</Row>
        <Row label={words.t('hadir.kop.place')}>{rapat.place || none}</Row>
        <Row label={words.t('hadir.kop.agenda')}>
          {(rapat.agenda.length === 0 ? [rapat.title] : rapat.agenda)
            .map((item, at) => `${at + 1}. ${item}`)
            .join('\n')}
        </Row>
        <Row label={words.t('undangan.field.note')}>{letter.note}</Row>
        <Row label={words.t('undangan.field.signerId')}>
          {[signer.title, signer.name ?? '', signer.rank].filter(Boolean).join('\n')}
        </Row>
        <Row label={words.t('undangan.field.copies')}>{letter.copies.join('\n')}</Row>
      </dl>
      <details className="border-t border-line">
        <summary className="flex min-h-13 items-center px-4 font-semibold sm:px-5">
          {words.t('undangan.letter.list', { n: invited.length })}
        </summary>
        <ol className="grid list-decimal gap-1 py-2 pr-4 pb-5 pl-11 text-sm sm:columns-2">
          {invited.map(({ opd, person }) => (
            <li key={opd?.id ?? person?.id}>
              {opd ? (person?.jabatan ?? opd.name) : person?.name}
              <span className="block text-ink-2">
                {opd ? (person?.name ?? words.t('undangan.vacant')) : person?.jabatan}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </Card>
  )
}

/** Ways to hand the invitation on. */
export function ShareCard({
  text,
  calendarPath,
  paperPath,
}: {
  text: string
  calendarPath: string | null
  paperPath: string
}) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="bagikan" className="screen-only">
      <CardHead id="bagikan" level={3} title={words.t('undangan.share')} />
      <div className="grid gap-3 p-4 sm:p-5">
        <div className="grid gap-3 sm:flex sm:flex-wrap">
          <CopyButton />
          <a href={whatsappLink(text)} target="_blank" rel="noreferrer" className={buttonClass('secondary')}>
            <Share2 aria-hidden />
            {words.t('undangan.whatsapp')}
          </a>
          {calendarPath && (
            <a href={calendarPath} className={buttonClass('secondary')}>
              <CalendarPlus aria-hidden />
              {words.t('undangan.calendar')}
            </a>
          )}
          <a href={paperPath} className={buttonClass('secondary')}>
            <FileDown aria-hidden />
            {words.t('kertas.link.undangan')}
          </a>
        </div>
        <CopiedText text={text} />
      </div>
    </Card>
  )
}
