import { SHARINGS } from '@mufakat/domain'
import type { SavedFilterView } from '@mufakat/services'
import {
  Button,
  Card,
  CardHead,
  type Column,
  DataTable,
  describe,
  Empty,
  Field,
  Input,
  Select,
} from '@mufakat/ui'
import { Bookmark, Trash2 } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { VIEW_PATHS } from '~/saringan/address'
import type { KeptView } from './kept.server'

interface SavedViewsPageProps {
  readonly saved: readonly SavedFilterView[]
  /** What is to be kept; null: nothing is. */
  readonly kept: KeptView | null
  readonly allowed: { readonly opd: boolean; readonly all: boolean }
  readonly answer: { readonly errors: FormErrors; readonly name: string; readonly shared: string } | undefined
}

function KeepFields({ kept, allowed, answer }: Omit<SavedViewsPageProps, 'saved'> & { kept: KeptView }) {
  const words = useAllWords()
  const errorOf = useFieldErrors()
  const error = errorOf('name', 'q')
  const shares = SHARINGS.filter(one => (one === 'opd' ? allowed.opd : one !== 'semua' || allowed.all))
  return (
    <>
      <input type="hidden" name="pandang" value={kept.view} />
      <input type="hidden" name="kueri" value={kept.query} />
      <Field id="nama" label={words.t('tampilan.saved.name')} error={error}>
        <Input
          {...describe('nama', { error })}
          name="name"
          maxLength={100}
          defaultValue={answer?.name ?? ''}
        />
      </Field>
      <Field id="bagi" label={words.t('tampilan.saved.shared')} error={errorOf('shared')}>
        <Select id="bagi" name="shared" defaultValue={answer?.shared ?? 'saya'}>
          {shares.map(one => (
            <option key={one} value={one}>
              {words.t(`tampilan.saved.shared.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}

function SavedTable({ saved }: { saved: readonly SavedFilterView[] }) {
  const words = useAllWords()
  const columns: Column<SavedFilterView>[] = [
    {
      key: 'name',
      label: words.t('tampilan.saved.name'),
      lead: true,
      cell: one => (
        <>
          <a
            href={`/tindak-lanjut/tampilan/${one.id}`}
            className="inline-flex min-h-11 items-center font-semibold md:min-h-8"
          >
            {one.name}
          </a>
          {one.by !== null && (
            <span className="block text-xs font-normal text-ink-2">
              {words.t('tampilan.saved.by', { name: one.by })}
            </span>
          )}
        </>
      ),
    },
    { key: 'view', label: words.t('tampilan.views'), cell: one => words.t(`tampilan.${one.view}`) },
    {
      key: 'shared',
      label: words.t('tampilan.saved.shared'),
      cell: one => words.t(`tampilan.saved.shared.${one.shared}`),
    },
    {
      key: 'acts',
      label: words.t('tl.column.acts'),
      paper: 'hide',
      cell: one =>
        one.mayRemove && (
          <form method="post">
            <input type="hidden" name="id" value={one.id} />
            <Button
              type="submit"
              name="maksud"
              value="hapus"
              kind="quiet"
              size="sm"
              aria-label={words.t('tampilan.saved.remove.of', { name: one.name })}
            >
              <Trash2 aria-hidden />
              {words.t('tampilan.saved.remove')}
            </Button>
          </form>
        ),
    },
  ]
  return (
    <DataTable caption={words.t('tampilan.saved')} columns={columns} rows={saved} rowKey={one => one.id} />
  )
}

export function SavedViewsPage(props: SavedViewsPageProps) {
  const words = useAllWords()
  const { saved, kept, answer } = props
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHead
        title={words.t('tampilan.saved')}
        lead={words.t('tampilan.saved.lead')}
        back={{ to: VIEW_PATHS[kept?.view ?? 'papan'], label: words.t('papan.title') }}
      />
      {kept !== null && (
        <Card as="section" aria-labelledby="simpan">
          <CardHead id="simpan" title={words.t('tampilan.saved.save')} />
          <form method="post" noValidate className="grid gap-4 p-4 sm:p-5">
            <FieldErrors errors={answer?.errors}>
              <p className="text-sm wrap-anywhere">
                {words.t('tampilan.saved.what')}:{' '}
                <span className="font-semibold">{words.t(`tampilan.${kept.view}`)}</span>,{' '}
                {kept.query === '' ? words.t('tampilan.saved.everything') : decodeURIComponent(kept.query)}
              </p>
              <KeepFields {...props} kept={kept} />
              <NikConfirm />
            </FieldErrors>
            <Button type="submit" name="maksud" value="simpan" className="w-fit">
              {words.t('tampilan.saved.submit')}
            </Button>
          </form>
        </Card>
      )}
      <Card>
        {saved.length > 0 ? (
          <SavedTable saved={saved} />
        ) : (
          <Empty
            icon={Bookmark}
            title={words.t('tampilan.saved.none')}
            help={words.t('tampilan.saved.none.help')}
          />
        )}
      </Card>
    </div>
  )
}
