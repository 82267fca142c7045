import { catalogueFor, createWords } from '@mufakat/i18n'
import { AppError } from '@mufakat/kernel'
import { exampleValues, exportValues, exportValuesInput, reviewValues, writeCsv } from '@mufakat/services'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { download, formatOf } from '~/impor/table-file.server'
import { verdictLines } from '~/impor/verdict-lines'
import { type AppLoadContext, actorOf, localeOfSession } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'

function wordsOf(request: Request, context: AppLoadContext) {
  const locale = localeOf(request.headers, localeOfSession(context))
  return createWords(locale, catalogueFor(locale))
}

/** An example to be filled in. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const isXlsx = params.file?.endsWith('.xlsx') ?? false
  // First who asks: what there is to be had is nobody else's business.
  const bytes = await exampleValues(actorOf(context), { format: isXlsx ? 'xlsx' : 'csv' })
  const format = formatOf(params.file, 'contoh')
  return download(bytes, wordsOf(request, context).t('impor-nilai.file.example'), format)
})

/** The values that hold, or the verdicts of a file that was read: asked for by a form, since the one is recorded and the other long. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const words = wordsOf(request, context)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  if (params.file === 'putusan.csv') {
    const { rows } = await reviewValues(services, actor, { packed: text('lembar') })
    const head = (['row', 'cell', 'subject', 'verdict', 'reason'] as const).map(key =>
      words.t(`impor-nilai.csv.${key}`),
    )
    const told = rows.map(row => [
      ...[String(row.line), row.cell ?? '', row.label, words.t(`tabel.${row.verdict}`)],
      verdictLines(words, row, 'impor-nilai').join('; '),
    ])
    return download(writeCsv([head, ...told]), words.t('impor-nilai.file.verdicts'), 'csv')
  }
  const format = formatOf(params.file, 'nilai')
  const input = exportValuesInput.safeParse({
    format,
    year: text('tahun') === '' ? null : Number(text('tahun')),
    indicatorId: text('indikator') || null,
  })
  if (!input.success) throw new AppError('not-found', 'values')
  return download(await exportValues(services, actor, input.data), words.t('impor-nilai.file.name'), format)
})
