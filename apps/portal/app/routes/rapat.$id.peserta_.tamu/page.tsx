import type { GuestLinkList, LinkForHand } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, classes, describe, Field, Input, Notice } from '@mufakat/ui'
import { Form, useSearchParams } from '@remix-run/react'
import { ChevronLeft, CircleCheckBig, Lock } from 'lucide-react'
import { HandedLink } from '~/account/handed-link'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import type { FormErrors } from '~/request/guard.server'
import type { TypedGuest } from './form.server'
import { LinkFields } from './link-fields'
import { Links } from './links'

export interface GuestLinksPageProps {
  list: GuestLinkList
  baseUrl: string
  answer: { link: LinkForHand | null; typed: TypedGuest; errors: FormErrors | null } | null
}

/** The link that the form before has made. */
function MadeLink({ link, name, baseUrl }: { link: LinkForHand; name: string; baseUrl: string }) {
  const words = useAllWords()
  return (
    <HandedLink
      id="tautan-baru"
      level={3}
      link={link}
      baseUrl={baseUrl}
      texts={{
        title: words.t('tamu.made', { name }),
        once: words.t('tamu.made.once'),
        label: words.t('tamu.made.label'),
        until: words.t('tamu.made.until', { until: words.dateTime(link.expiresAt) }),
        mailed: link.mailed ? words.t('tamu.made.mailed') : null,
      }}
    />
  )
}

const NOBODY = { name: '', agency: '', right: 'baca' as const, items: [], lastDay: '', email: '' }

function GuestFields({ values }: { values: Pick<TypedGuest, 'name' | 'agency'> }) {
  const words = useAllWords()
  const error = useFieldErrors()
  return (['name', 'agency'] as const).map(field => (
    <Field key={field} id={field} label={words.t(`tamu.field.${field}`)} error={error(field)}>
      <Input
        {...describe(field, { error: error(field) })}
        name={field}
        required
        maxLength={120}
        autoComplete="off"
        defaultValue={values[field]}
      />
    </Field>
  ))
}

export function GuestLinksPage({ list, baseUrl, answer }: GuestLinksPageProps) {
  const words = useAllWords()
  const rapat = useRapat()
  const [params] = useSearchParams()
  const refused = answer?.errors ? answer : null
  const isNew = refused?.typed.personId === ''
  const values = isNew ? refused.typed : NOBODY
  return (
    <div className="grid gap-5">
      <div>
        <a href={`/rapat/${rapat.id}/peserta`} className={classes(buttonClass('quiet', 'sm'), '-ml-3')}>
          <ChevronLeft aria-hidden />
          {words.t('tamu.back')}
        </a>
        <h2 className="mt-2 text-lg">{words.t('tamu.title')}</h2>
        <p className="max-w-2xl text-sm text-ink-2">{words.t('tamu.lead')}</p>
      </div>
      {!answer && params.get('hasil') === 'cabut' && (
        <Notice tone="success" icon={CircleCheckBig} role="status">
          {words.t('tamu.done.cabut')}
        </Notice>
      )}
      {answer?.link && <MadeLink link={answer.link} name={answer.typed.name} baseUrl={baseUrl} />}
      {list.mayInvite ? (
        <Card as="section" aria-labelledby="buat-tautan" className="screen-only">
          <CardHead id="buat-tautan" level={3} title={words.t('tamu.new')} />
          <Form method="post" className="grid gap-4 p-4 sm:grid-cols-2 sm:p-5" noValidate>
            <input type="hidden" name="maksud" value="undang" />
            <FieldErrors errors={isNew ? refused.errors : null}>
              <GuestFields values={values} />
              <LinkFields of="" list={list} values={values} />
            </FieldErrors>
            <Button type="submit" className="w-fit">
              {words.t('tamu.submit')}
            </Button>
          </Form>
        </Card>
      ) : (
        <Notice tone="neutral" icon={Lock}>
          {words.t('tamu.new.closed')}
        </Notice>
      )}
      <Links list={list} typed={refused?.typed ?? null} errors={refused?.errors ?? null} />
    </div>
  )
}
