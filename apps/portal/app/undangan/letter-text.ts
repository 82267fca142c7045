import type { Words } from '@mufakat/i18n'
import type { InvitationView } from '@mufakat/services'
import { hoursOf } from '~/rapat/when'

/** The letter as text to send on: what WhatsApp groups read, in the order of the official form. */
export function letterText({ rapat, letter }: InvitationView, words: Words, link: string): string {
  const line = (field: 'number' | 'nature' | 'attachments' | 'subject', value: string) =>
    value === '' ? [] : [words.t('undangan.text.line', { label: words.t(`undangan.field.${field}`), value })]
  const title = rapat.title.replace(/\s+/g, ' ')
  const head = [
    ...line('number', letter.number),
    ...line('nature', letter.nature),
    ...line('attachments', letter.attachments),
    ...line('subject', letter.subject || `${words.t('undangan.title')} ${title}`),
  ]
  const when = [
    words.t('undangan.text.date', {
      value: rapat.date === null ? words.t('rapat.field.none') : words.date(rapat.date, 'full'),
    }),
    words.t('undangan.text.time', { value: hoursOf(rapat, words) ?? words.t('rapat.field.none') }),
    words.t('undangan.text.place', { value: rapat.place || words.t('rapat.field.none') }),
    words.t('undangan.text.agenda'),
    ...(rapat.agenda.length === 0 ? [title] : rapat.agenda).map((item, at) => `${at + 1}. ${item}`),
  ]
  const { signer, basis, note } = letter
  const foot = [
    signer.title,
    signer.name ?? '',
    signer.rank,
    signer.nip === null ? '' : words.t('undangan.text.nip', { nip: signer.nip }),
  ].filter(part => part !== '')
  const blocks = [
    head,
    [words.t('undangan.text.to')],
    [basis === '' ? words.t('undangan.text.invite') : words.t('undangan.text.invite.basis', { basis })],
    when,
    note === '' ? [] : [words.t('undangan.text.note', { value: note })],
    [words.t('undangan.text.answer', { link })],
    foot,
  ]
  return blocks
    .filter(block => block.length > 0)
    .map(block => block.join('\n'))
    .join('\n\n')
}
