import type { DistrictDetail, PersonRef } from '@mufakat/services'
import { Card, CardHead, Notice } from '@mufakat/ui'
import { CircleCheckBig } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { OpdState } from '~/organisasi/opd-state'
import { AddOfficer, type OfficerAnswer, Officers } from './officers'

interface DistrictPageProps {
  readonly district: DistrictDetail
  readonly people: readonly PersonRef[]
  readonly saved: boolean
  readonly answer: OfficerAnswer | undefined
}

function Camat({ district }: Pick<DistrictPageProps, 'district'>) {
  const words = useAllWords()
  const { camat, opd } = district
  if (camat === null) return <p className="text-sm text-ink-2">{words.t('petugas.camat.none')}</p>
  return (
    <p>
      <span className="font-medium">{camat.name}</span>
      <span className="block text-sm text-ink-2">
        {camat.named
          ? words.t('petugas.camat.named')
          : words.t('petugas.camat.head', { name: opd?.shortName ?? '' })}
      </span>
    </p>
  )
}

export function DistrictPage({ district, people, saved, answer }: DistrictPageProps) {
  const words = useAllWords()
  const { code, name, villages } = district
  const inUse = villages.filter(village => village.active)
  return (
    <div className="grid gap-6">
      <PageHead
        title={words.t('petugas.title', { name })}
        lead={words.t('petugas.lead')}
        back={{ to: '/admin/wilayah', label: words.t('admin.wilayah') }}
      />
      {saved && !answer && (
        <Notice tone="success" icon={CircleCheckBig} role="status">
          {words.t('petugas.saved')}
        </Notice>
      )}
      <Card as="section" id={`tempat-${code}`} aria-labelledby="camat" className="scroll-mt-20">
        <CardHead id="camat" title={words.t('petugas.camat')} />
        <div className="grid gap-3 p-4 sm:p-5">
          <Camat district={district} />
          <Officers officers={district.named} place={code} answer={answer} />
        </div>
        {district.active && (
          <AddOfficer
            title={words.t('petugas.camat.add')}
            places={[{ code, name }]}
            people={people}
            answer={answer}
          />
        )}
      </Card>
      <Card as="section" aria-labelledby="desa">
        <CardHead id="desa" title={words.t('petugas.villages')} />
        <ul className="divide-y divide-line">
          {villages.map(village => (
            <li
              key={village.code}
              id={`tempat-${village.code}`}
              className="grid scroll-mt-20 gap-x-6 px-4 py-2.5 sm:px-5 md:grid-cols-[15rem_minmax(0,1fr)]"
            >
              <p className="min-h-8 content-center font-medium">
                {village.name}
                {village.kind === 'kelurahan' && (
                  <span className="font-normal text-ink-2"> ({words.t('admin.wilayah.kind.kelurahan')})</span>
                )}{' '}
                {!village.active && <OpdState active={false} />}
                <span className="block text-xs font-normal text-ink-2 tabular-nums">{village.code}</span>
              </p>
              <div className="min-w-0">
                {village.operators.every(one => one.when === 'past') && (
                  <p className="flex min-h-8 items-center text-sm text-ink-2">{words.t('petugas.none')}</p>
                )}
                <Officers officers={village.operators} place={village.code} answer={answer} />
              </div>
            </li>
          ))}
        </ul>
        {inUse.length > 0 && (
          <AddOfficer title={words.t('petugas.add')} places={inUse} people={people} answer={answer} />
        )}
      </Card>
    </div>
  )
}
