import type { PasteDone, PasteInput, PasteReview } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, Choice, describe, Field, Notice, Textarea } from '@mufakat/ui'
import { CircleCheckBig, ClipboardPaste, Info, TriangleAlert } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { VIEW_PATHS } from '~/saringan/address'
import { ColumnsCard, DownloadWrong, JudgedRows, ReviewCard } from '~/tempel/review'

/** How far a paste is. */
export interface PasteAnswer {
  readonly errors: FormErrors | null
  readonly input: PasteInput | null
  readonly review: PasteReview | null
  readonly done: PasteDone | null
}

function PasteFields() {
  const words = useAllWords()
  const error = useFieldErrors()('text')
  const help = words.t('tempel.text.help')
  return (
    <>
      <Field id="text" label={words.t('tempel.text')} help={help} error={error}>
        <Textarea
          {...describe('text', { error, help })}
          name="text"
          rows={8}
          className="font-mono text-sm"
          wrap="off"
        />
      </Field>
      <Field id="file" label={words.t('tempel.file')}>
        <input
          id="file"
          type="file"
          name="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          className="min-h-11 w-full rounded-md border border-line-strong bg-surface p-2 text-sm"
        />
      </Field>
      <Choice name="kepala" value="ya" defaultChecked label={words.t('tempel.head')} className="-mx-3" />
    </>
  )
}

function Done({ done, input }: { done: PasteDone; input: PasteInput }) {
  const words = useAllWords()
  return (
    <>
      <Notice
        tone={done.isAgain ? 'info' : 'success'}
        icon={done.isAgain ? Info : CircleCheckBig}
        role="status"
      >
        {words.t(done.isAgain ? 'tempel.already' : 'tempel.done', { n: done.added })}
      </Notice>
      {done.wrong.length > 0 && (
        <Card as="section" aria-labelledby="sisa">
          <CardHead
            id="sisa"
            title={words.t('tempel.left', { n: done.wrong.length })}
            end={<DownloadWrong input={input} />}
          />
          <JudgedRows rows={done.wrong} caption={words.t('tempel.left', { n: done.wrong.length })} />
        </Card>
      )}
      <p className="flex flex-wrap gap-3">
        <a href={VIEW_PATHS.tabel} className={buttonClass('primary')}>
          {words.t('tampilan.tabel')}
        </a>
        <a href="/tindak-lanjut/tempel" className={buttonClass('secondary')}>
          {words.t('tempel.again')}
        </a>
      </p>
    </>
  )
}

export function PastePage({ answer }: { answer: PasteAnswer | undefined }) {
  const words = useAllWords()
  const isConflict = answer?.errors?.form === 'conflict'
  const { input = null, review = null, done = null } = answer ?? {}
  return (
    <div className="grid max-w-5xl gap-6">
      <PageHead
        title={words.t('tempel.title')}
        lead={words.t('tempel.lead')}
        back={{ to: VIEW_PATHS.tabel, label: words.t('papan.title') }}
      />
      {isConflict && (
        <Notice tone="warn" icon={TriangleAlert} role="alert">
          {words.t('tempel.conflict')}
        </Notice>
      )}
      {done && input && <Done done={done} input={input} />}
      {!done && review && input && <ReviewCard review={review} input={input} />}
      {!done && input && (
        <>
          <FieldErrors errors={isConflict ? null : answer?.errors}>
            <ColumnsError />
          </FieldErrors>
          <ColumnsCard input={input} />
        </>
      )}
      {!done && (
        <Card as="section" aria-labelledby="tempel">
          <CardHead id="tempel" title={words.t(input ? 'tempel.again' : 'tempel.step.paste')} />
          <form method="post" encType="multipart/form-data" noValidate className="grid gap-5 p-4 sm:p-5">
            <FieldErrors errors={isConflict || input ? null : answer?.errors}>
              <PasteFields />
            </FieldErrors>
            <Button type="submit" name="maksud" value="baca" className="w-fit">
              <ClipboardPaste aria-hidden />
              {words.t('tempel.read')}
            </Button>
          </form>
        </Card>
      )}
    </div>
  )
}

/** What is wrong with the columns as they are said. */
function ColumnsError() {
  const error = useFieldErrors()('text')
  return error === null ? null : (
    <Notice tone="danger" icon={TriangleAlert}>
      {error}
    </Notice>
  )
}
