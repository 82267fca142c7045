import type { RegionReview } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, Choice, describe, Field, Notice } from '@mufakat/ui'
import { CircleCheckBig, FileSearch, TriangleAlert } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { RegionAnswer } from './region-form.server'

const VERDICTS = ['new', 'same', 'renamed', 'returns'] as const
const REASONS = ['code', 'parent', 'name', 'twice'] as const

function FilesField({ hasIncluded }: { hasIncluded: boolean }) {
  const words = useAllWords()
  const error = useFieldErrors()('files')
  const help = words.t('impor.files.help')
  return (
    <div className="grid gap-4">
      {hasIncluded && (
        <fieldset>
          <legend className="mb-1 text-sm font-semibold">{words.t('impor.source')}</legend>
          <Choice
            type="radio"
            name="sumber"
            value="disertakan"
            defaultChecked
            label={words.t('impor.included')}
            note={words.t('impor.included.note')}
          />
          <Choice type="radio" name="sumber" value="berkas" label={words.t('impor.own')} />
        </fieldset>
      )}
      <Field id="files" label={words.t('impor.files')} help={help} error={error}>
        <input
          {...describe('files', { error, help })}
          type="file"
          name="files"
          accept=".csv,text/csv"
          multiple
          className="min-h-11 w-full rounded-md border border-line-strong bg-surface p-2 text-sm"
        />
      </Field>
    </div>
  )
}

function Counts({ counts }: { counts: RegionReview['counts'] }) {
  const words = useAllWords()
  const misfits = (kind: 'district' | 'village') =>
    REASONS.reduce((sum, reason) => sum + counts[kind][reason], 0)
  const rows = [
    ...VERDICTS.map(one => [words.t(`impor.${one}`), counts.district[one], counts.village[one]] as const),
    [words.t('impor.misfits'), misfits('district'), misfits('village')] as const,
    [words.t('impor.elsewhere'), counts.district.elsewhere, counts.village.elsewhere] as const,
  ]
  return (
    <table className="w-full text-sm">
      <thead>
        <tr className="border-b border-line text-ink-2">
          <th scope="col" className="px-4 py-2 text-left font-semibold sm:px-5">
            {words.t('impor.verdict')}
          </th>
          <th scope="col" className="px-2 py-2 text-right font-semibold">
            {words.t('impor.districts')}
          </th>
          <th scope="col" className="px-4 py-2 text-right font-semibold sm:px-5">
            {words.t('impor.villages')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, districts, villages]) => (
          <tr key={label} className="border-b border-line last:border-0">
            <th scope="row" className="px-4 py-2 text-left font-medium sm:px-5">
              {label}
            </th>
            <td className="px-2 py-2 text-right tabular-nums">{words.number(districts)}</td>
            <td className="px-4 py-2 text-right tabular-nums sm:px-5">{words.number(villages)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Lines({
  title,
  rows,
  open,
}: {
  title: string
  rows: readonly [key: string, text: string][]
  open?: boolean
}) {
  if (rows.length === 0) return null
  return (
    <details open={open} className="border-t border-line">
      <summary className="flex min-h-12 items-center px-4 text-sm font-semibold hover:bg-sunken sm:px-5">
        {title}
      </summary>
      <ul className="max-h-80 divide-y divide-line overflow-y-auto border-t border-line text-sm">
        {rows.map(([key, text]) => (
          <li key={key} className="px-4 py-2 sm:px-5">
            {text}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Review({ review }: { review: RegionReview }) {
  const words = useAllWords()
  const { counts, misfits, changes, missing, files, mark } = review
  const changing = (['new', 'renamed', 'returns'] as const).reduce(
    (sum, verdict) => sum + counts.district[verdict] + counts.village[verdict],
    0,
  )
  const mayApply = changing > 0 || (missing.length > 0 && files.length > 0)
  return (
    <Card as="section" aria-labelledby="hasil">
      <CardHead id="hasil" title={words.t('impor.review')} />
      <Counts counts={counts} />
      <Lines
        open
        title={words.t('impor.misfits.list')}
        rows={misfits.map(({ kind, line, code, name, verdict }) => [
          `${kind} ${line}`,
          words.t('impor.misfit', {
            line,
            code,
            name,
            reason: words.lookup(`impor.reason.${verdict}`, verdict),
          }),
        ])}
      />
      <Lines
        title={words.t('impor.changes.list')}
        rows={changes.map(({ code, name, before, verdict }) => [
          code,
          before === null
            ? words.t('impor.change', { code, name, verdict: words.lookup(`impor.${verdict}`, verdict) })
            : words.t('impor.rename', { code, name, before }),
        ])}
      />
      <Lines
        title={words.t('impor.missing.list', { n: missing.length })}
        rows={missing.map(({ code, name }) => [code, `${code} · ${name}`])}
      />
      {mayApply ? (
        <form method="post" className="grid gap-4 border-t border-line p-4 sm:p-5">
          <input type="hidden" name="tanda" value={mark} />
          {files.map(file => (
            <textarea key={file.slice(0, 30)} hidden readOnly name="berkas" value={file} />
          ))}
          {missing.length > 0 && (
            <Choice
              name="nonaktifkan"
              value="1"
              label={words.t('impor.withdraw', { n: missing.length })}
              note={words.t('impor.withdraw.note')}
              className="-mx-3"
            />
          )}
          <Button type="submit" name="maksud" value="terapkan" className="w-fit">
            {words.t('impor.apply', { n: changing })}
          </Button>
        </form>
      ) : (
        <div className="border-t border-line p-4 sm:p-5">
          <Notice tone="info" icon={CircleCheckBig}>
            {words.t('impor.nothing')}
          </Notice>
        </div>
      )}
    </Card>
  )
}

interface RegionImportProps {
  readonly hasIncluded: boolean
  readonly hasRegency: boolean
  /** Where name and code of the regency are set. */
  readonly regencyAt: string
  readonly answer: RegionAnswer | undefined
}

/** Tables of kecamatan and desa: looked at line by line first, then put in. */
export function RegionImport({ hasIncluded, hasRegency, regencyAt, answer }: RegionImportProps) {
  const words = useAllWords()
  if (!hasRegency)
    return (
      <Notice tone="warn" icon={TriangleAlert}>
        {words.t('impor.no-regency')}{' '}
        <a href={regencyAt} className={buttonClass('secondary', 'sm', 'ml-2')}>
          {words.t('impor.no-regency.go')}
        </a>
      </Notice>
    )
  return (
    <div className="grid gap-6">
      <Card as="section" aria-labelledby="impor">
        <CardHead id="impor" title={words.t('impor.title')} />
        <form method="post" encType="multipart/form-data" noValidate className="grid gap-5 p-4 sm:p-5">
          <FieldErrors errors={answer?.errors}>
            <FilesField hasIncluded={hasIncluded} />
          </FieldErrors>
          <Button type="submit" kind="secondary" name="maksud" value="periksa" className="w-fit">
            <FileSearch aria-hidden />
            {words.t('impor.check')}
          </Button>
        </form>
      </Card>
      {answer?.review && <Review review={answer.review} />}
    </div>
  )
}
