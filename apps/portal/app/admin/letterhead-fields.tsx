import type { SettingValue } from '@mufakat/services'
import { Button, describe, Field } from '@mufakat/ui'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { RefusedSetting } from './setting-form.server'
import { TextField } from './text-field'

/** The lines of the letterhead, and where the office is found. */
export function LetterheadFields({ value }: { value: SettingValue<'letterhead'> }) {
  const words = useAllWords()
  return (
    <>
      <div className="grid gap-4">
        {[0, 1, 2, 3].map(at => (
          <TextField
            key={at}
            name={`lines.${at}`}
            label={words.t('daerah.line', { n: at + 1 })}
            maxLength={120}
            defaultValue={value.lines[at]}
          />
        ))}
      </div>
      <TextField
        name="address"
        label={words.t('daerah.address')}
        maxLength={200}
        defaultValue={value.address}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField name="phone" label={words.t('daerah.phone')} maxLength={60} defaultValue={value.phone} />
        <TextField name="web" label={words.t('daerah.web')} maxLength={100} defaultValue={value.web} />
        <TextField
          name="email"
          type="email"
          label={words.t('profil.email')}
          maxLength={200}
          defaultValue={value.email}
        />
      </div>
    </>
  )
}

function LogoInput() {
  const words = useAllWords()
  const error = useFieldErrors()('logo')
  const help = words.t('daerah.logo.help')
  return (
    <Field id="logo" label={words.t('daerah.logo')} help={help} error={error}>
      <input
        {...describe('logo', { error, help })}
        type="file"
        name="logo"
        accept="image/png,image/jpeg,image/webp"
        className="min-h-11 w-full rounded-md border border-line-strong bg-surface p-2 text-sm"
      />
    </Field>
  )
}

interface LogoFormProps {
  readonly revision: number
  readonly hasLogo: boolean
  readonly refused: RefusedSetting | undefined
}

/** The picture has a form of its own: it is sent apart, and stays when a line of text is refused. */
export function LogoForm({ revision, hasLogo, refused }: LogoFormProps) {
  const words = useAllWords()
  return (
    <form method="post" encType="multipart/form-data" className="grid gap-4" noValidate>
      <input type="hidden" name="bagian" value="logo" />
      <input type="hidden" name="revision" value={revision} />
      <FieldErrors errors={refused?.key === 'logo' ? refused.errors : null}>
        <LogoInput />
      </FieldErrors>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" kind="secondary">
          {words.t('daerah.logo.upload')}
        </Button>
        {hasLogo && (
          <Button type="submit" kind="danger" name="maksud" value="hapus-logo">
            {words.t('daerah.logo.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
