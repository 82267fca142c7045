import type { AccountDetail, LinkForHand } from '@mufakat/services'
import { HandedLink } from '~/account/handed-link'
import { useAllWords } from '~/frame/words'

/** The invitation or reset link that the form before has made. */
export function AccountLink({
  link,
  account,
  baseUrl,
}: {
  link: LinkForHand
  account: AccountDetail
  baseUrl: string
}) {
  const words = useAllWords()
  const { name, email } = account
  return (
    <HandedLink
      id="tautan"
      link={link}
      baseUrl={baseUrl}
      texts={{
        title: words.t('pengguna.link.title', { name }),
        once: words.t('pengguna.link.once'),
        label: words.t('pengguna.link.label'),
        until: words.t('pengguna.link.until', { until: words.dateTime(link.expiresAt) }),
        mailed: link.mailed && email !== null ? words.t('pengguna.link.mailed', { email }) : null,
      }}
    />
  )
}
