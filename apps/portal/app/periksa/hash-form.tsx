import { Button, describe, Field, Input } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { useAllWords } from '~/frame/words'
import { ChooseFile } from './choose-file'

/** A file or its hash is brought to be compared: the server is asked with the hash alone, by the page's address. */
export function HashForm({ pasted, error }: { pasted: string; error: string | null }) {
  const words = useAllWords()
  const help = words.t('periksa.compare.help')
  return (
    <>
      <ChooseFile />
      <Form method="get" className="grid gap-3">
        <Field id="hash" label={words.t('periksa.compare')} help={help} error={error}>
          <Input
            name="hash"
            defaultValue={pasted}
            required
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            className="font-mono text-xs"
            {...describe('hash', { help, error })}
          />
        </Field>
        <Button type="submit" kind="secondary" className="w-fit">
          {words.t('periksa.compare.submit')}
        </Button>
      </Form>
    </>
  )
}
