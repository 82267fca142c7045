import { Button, Card, CardHead, Notice } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { CircleAlert, CircleCheckBig, Hourglass, Send, Server } from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { MailFields } from './mail-fields'
import type { MailForm, RefusedMail } from './mail-form.server'
import { TextField } from './text-field'

interface MailCardsProps {
  readonly form: MailForm
  readonly refused: RefusedMail | undefined
}

function ServerCard({ form, refused }: MailCardsProps) {
  const words = useAllWords()
  const mine = refused?.part === 'server' ? refused : undefined
  return (
    <Card as="section" aria-labelledby="server">
      <CardHead id="server" title={words.t('surel.title')} />
      {form.source === 'environment' ? (
        <Notice tone="info" icon={Server} className="m-4 sm:m-5">
          {words.t('surel.environment', { host: form.typed.host })}
        </Notice>
      ) : (
        <Form method="post" noValidate className="grid gap-5 p-4 sm:p-5">
          {form.saved && !mine && (
            <Notice tone="success" icon={CircleCheckBig} role="status">
              {words.t('surel.saved')}
            </Notice>
          )}
          <FieldErrors errors={mine?.errors}>
            <MailFields value={mine?.typed ?? form.typed} hasPassword={form.hasPassword} />
          </FieldErrors>
          <Button type="submit" className="w-fit">
            {words.t('action.save')}
          </Button>
        </Form>
      )}
    </Card>
  )
}

/** What became of the message that was asked for last. */
function Outcome({ form: { test, typed } }: { form: MailForm }) {
  const words = useAllWords()
  if (test === null) return null
  if (test.state === 'sent' && test.sentAt !== null) {
    const how = typed.transport === 'smtp' ? 'surel.test.sent' : 'surel.test.kept'
    return (
      <Notice tone="success" icon={CircleCheckBig} role="status">
        {words.t(how, { at: words.dateTime(test.sentAt) })}
      </Notice>
    )
  }
  if (test.state === 'failed')
    return (
      <Notice tone="danger" icon={CircleAlert} role="alert">
        <strong className="block">{words.t('surel.test.failed')}</strong>
        {test.lastError !== null && (
          <span className="[overflow-wrap:anywhere]">
            {words.t('surel.test.reason', {
              reason: words.lookup(`antrean.error.${test.lastError}`, test.lastError),
            })}
          </span>
        )}
      </Notice>
    )
  return (
    <Notice tone="info" icon={Hourglass} role="status">
      {words.t('surel.test.waiting')}
    </Notice>
  )
}

function TestCard({ form, refused }: MailCardsProps) {
  const words = useAllWords()
  const mine = refused?.part === 'test' ? refused : undefined
  return (
    <Card as="section" id="uji" aria-labelledby="judul-uji" className="scroll-mt-20">
      <CardHead id="judul-uji" title={words.t('surel.test')} />
      <Form method="post" noValidate className="grid gap-5 p-4 sm:p-5">
        <input type="hidden" name="bagian" value="uji" />
        {!mine && <Outcome form={form} />}
        <FieldErrors errors={mine?.errors}>
          <TextField
            name="to"
            type="email"
            label={words.t('surel.test.to')}
            help={words.t('surel.test.lead')}
            maxLength={254}
            className="max-w-md"
            defaultValue={mine?.to ?? form.to}
          />
        </FieldErrors>
        <Button type="submit" kind="secondary" className="w-fit">
          <Send aria-hidden />
          {words.t('surel.test.send')}
        </Button>
      </Form>
    </Card>
  )
}

/** The mail server, and a message to try it. */
export function MailCards(props: MailCardsProps) {
  return (
    <>
      <ServerCard {...props} />
      <TestCard {...props} />
    </>
  )
}
