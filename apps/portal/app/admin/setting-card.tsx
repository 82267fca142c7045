import { Button, Card, CardHead, Notice } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { CircleCheckBig } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { RefusedSetting, SettingForm } from './setting-form.server'

interface SettingCardProps {
  readonly form: SettingForm
  readonly title: string
  readonly revision: number
  readonly saved: boolean
  readonly refused: RefusedSetting | undefined
  readonly multipart?: boolean
  readonly children: ReactNode
}

/** One setting and its form, which is saved by itself. */
export function SettingCard({
  form,
  title,
  revision,
  saved,
  refused,
  multipart,
  children,
}: SettingCardProps) {
  const words = useAllWords()
  const mine = refused?.key === form ? refused : undefined
  return (
    <Card as="section" id={form} aria-labelledby={`judul-${form}`} className="scroll-mt-20">
      <CardHead id={`judul-${form}`} title={title} />
      <Form
        method="post"
        noValidate
        encType={multipart ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}
        className="grid gap-5 p-4 sm:p-5"
      >
        <input type="hidden" name="bagian" value={form} />
        <input type="hidden" name="revision" value={mine?.revision ?? revision} />
        {saved && !mine && (
          <Notice tone="success" icon={CircleCheckBig} role="status">
            {words.t('admin.saved')}
          </Notice>
        )}
        <FieldErrors errors={mine?.errors}>{children}</FieldErrors>
        <Button type="submit" className="w-fit">
          {words.t('action.save')}
        </Button>
      </Form>
    </Card>
  )
}
