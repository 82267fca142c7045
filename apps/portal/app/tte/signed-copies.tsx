import type { SignedCopies, SignedCopyView } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, describe, Field, Input, Select } from '@mufakat/ui'
import { Download, FileUp } from 'lucide-react'
import { sizeIn } from '~/berkas/kinds'
import { useAllWords } from '~/frame/words'
import { shortHash } from '~/pengesahan/code'
import type { UploadRefused } from './refused'

type Kept = SignedCopies['records'][number]

function CopyLine({ copy }: { copy: SignedCopyView }) {
  const words = useAllWords()
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="grid min-w-0 gap-0.5 text-sm">
        <p className="font-semibold break-words">{copy.srikandiNumber}</p>
        <p className="text-xs text-ink-2">
          {words.t('tte.kept', { name: copy.uploadedBy, at: words.dateTime(copy.at) })}
          {' · '}
          {sizeIn(words, copy.size)}
        </p>
        <p className="text-xs text-ink-2" title={copy.sha256}>
          SHA-256 <span className="font-mono">{shortHash(copy.sha256)}…</span>
        </p>
      </div>
      <a
        href={`/berkas/salinan/${copy.id}`}
        aria-label={words.t('tte.download.of', { number: copy.srikandiNumber })}
        className={buttonClass('secondary', 'md', 'screen-only')}
      >
        <Download aria-hidden />
        {words.t('tte.download')}
      </a>
    </div>
  )
}

function Copies({ kept: { number, copies }, isOnly }: { kept: Kept; isOnly: boolean }) {
  const words = useAllWords()
  const [newest, ...earlier] = copies
  return (
    <li className="grid gap-3 px-4 py-3 sm:px-5">
      {!isOnly && (
        <h4 className="text-sm font-semibold">
          {number === 0 ? words.t('tte.of.notula') : words.t('tte.of.koreksi', { n: number })}
        </h4>
      )}
      {newest === undefined ? (
        <p className="text-sm text-ink-2">{words.t('tte.none')}</p>
      ) : (
        <CopyLine copy={newest} />
      )}
      {earlier.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2.5 text-sm font-medium">
            {words.t('tte.earlier', { n: earlier.length })}
          </summary>
          <ul className="grid gap-3 border-l-2 border-line pl-3">
            {earlier.map(copy => (
              <li key={copy.id}>
                <CopyLine copy={copy} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

interface AddProps {
  readonly copies: SignedCopies
  readonly refused: UploadRefused | null
  readonly rapatId: string
}

/** Fields stand before the file: the form is read as it comes. */
function AddForm({ copies: { records, maxBytes }, refused, rapatId }: AddProps) {
  const words = useAllWords()
  const isNumber = refused?.reason === 'srikandi'
  const numberError = isNumber ? words.t('field.srikandi') : null
  const fileError =
    refused === null || isNumber
      ? null
      : words.lookup(
          `berkas.refused.${refused.reason}`,
          words.lookup(`error.${refused.reason}`, words.t('berkas.refused.other')),
        )
  const numberHelp = words.t('tte.srikandi.help')
  const fileHelp = words.t('tte.file.help', { max: sizeIn(words, maxBytes) })
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/berkas/salinan/${rapatId}`}
      className="grid gap-4 border-t border-line p-4 sm:p-5"
    >
      {records.length > 1 ? (
        <Field id="nomor" label={words.t('tte.for')}>
          <Select {...describe('nomor', {})} name="nomor" defaultValue={refused?.number ?? 0}>
            {records.map(({ number }) => (
              <option key={number} value={number}>
                {number === 0 ? words.t('tte.of.notula') : words.t('tte.of.koreksi', { n: number })}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <input type="hidden" name="nomor" value={records[0]?.number ?? 0} />
      )}
      <Field id="srikandi" label={words.t('tte.srikandi')} help={numberHelp} error={numberError}>
        <Input
          {...describe('srikandi', { help: numberHelp, error: numberError })}
          name="srikandi"
          required
          maxLength={100}
          autoComplete="off"
          defaultValue={refused?.srikandi ?? ''}
        />
      </Field>
      <Field id="salinan-pdf" label={words.t('tte.file')} help={fileHelp} error={fileError}>
        <Input
          {...describe('salinan-pdf', { help: fileHelp, error: fileError })}
          type="file"
          name="salinan"
          required
          accept=".pdf,application/pdf"
          className="py-2"
        />
      </Field>
      <Button type="submit" className="w-fit">
        <FileUp aria-hidden />
        {words.t('tte.submit')}
      </Button>
    </form>
  )
}

/** Copies of what is sealed that were signed electronically, and a way to bring one back. */
export function SignedCopiesCard(props: AddProps) {
  const words = useAllWords()
  const { copies, refused } = props
  const { records, mayAdd } = copies
  if (records.length === 0) return null
  const isAny = records.some(one => one.copies.length > 0)
  return (
    <Card as="section" id="salinan" aria-labelledby="salinan-judul">
      <CardHead id="salinan-judul" level={3} title={words.t('tte.title')} />
      <p className="px-4 pt-3 text-sm text-ink-2 sm:px-5">{words.t('tte.help')}</p>
      <ul className="divide-y divide-line">
        {records.map(kept => (
          <Copies key={kept.number} kept={kept} isOnly={records.length === 1} />
        ))}
      </ul>
      {mayAdd && (
        <details open={refused !== null} className="screen-only border-t border-line">
          <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold sm:px-5">
            {words.t(isAny ? 'tte.add.again' : 'tte.add')}
          </summary>
          <AddForm {...props} />
        </details>
      )}
    </Card>
  )
}
