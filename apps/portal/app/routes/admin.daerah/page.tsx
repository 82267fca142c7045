import type { StoredSetting } from '@mufakat/services'
import { Card } from '@mufakat/ui'
import { BandFields } from '~/admin/band-fields'
import { CalendarFields } from '~/admin/calendar-fields'
import { LetterheadPreview } from '~/admin/letterhead'
import { LetterheadFields, LogoForm } from '~/admin/letterhead-fields'
import { ReferenceFields } from '~/admin/reference-fields'
import { RegencyFields } from '~/admin/regency-fields'
import { SettingCard } from '~/admin/setting-card'
import { type RefusedSetting, typedOf } from '~/admin/typed-of'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'

interface DaerahPageProps {
  regency: StoredSetting<'regency'>
  letterhead: StoredSetting<'letterhead'>
  calendar: StoredSetting<'calendar'>
  reference: StoredSetting<'reference'>
  bands: StoredSetting<'bands'>
  logo: { revision: number; address: string | null }
  saved: string | null
  refused: RefusedSetting | undefined
}

export function DaerahPage(props: DaerahPageProps) {
  const { regency, letterhead, calendar, reference, bands, logo, saved, refused } = props
  const words = useAllWords()
  const card = (form: 'regency' | 'letterhead' | 'calendar' | 'reference' | 'bands') => ({
    form,
    title: words.t(`daerah.${form}`),
    saved: saved === form,
    refused,
  })
  const head = typedOf('letterhead', refused) ?? letterhead.value
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHead title={words.t('admin.daerah')} lead={words.t('admin.daerah.lead')} />
      <SettingCard {...card('regency')} revision={regency.revision}>
        <RegencyFields value={typedOf('regency', refused) ?? regency.value} />
      </SettingCard>
      <SettingCard {...card('letterhead')} revision={letterhead.revision}>
        <LetterheadPreview value={head} logo={logo.address} />
        <LetterheadFields value={head} />
      </SettingCard>
      <Card className="p-4 sm:p-5">
        <LogoForm revision={logo.revision} hasLogo={logo.address !== null} refused={refused} />
      </Card>
      <SettingCard {...card('calendar')} revision={calendar.revision}>
        <CalendarFields value={typedOf('calendar', refused) ?? calendar.value} />
      </SettingCard>
      <SettingCard {...card('reference')} revision={reference.revision}>
        <ReferenceFields value={typedOf('reference', refused) ?? reference.value} />
      </SettingCard>
      <SettingCard {...card('bands')} revision={bands.revision}>
        <p className="text-sm text-ink-2">{words.t('daerah.bands.help')}</p>
        <BandFields value={typedOf('bands', refused) ?? bands.value} />
      </SettingCard>
    </div>
  )
}
