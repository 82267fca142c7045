import script from 'virtual:choose-file'
import { buttonClass } from '@mufakat/ui'
import { CircleAlert, FileSearch } from 'lucide-react'
import { useNonce } from '~/frame/nonce'
import { useAllWords } from '~/frame/words'

/**
 * Where a PDF is chosen or dropped to be compared. Only there where script runs; the form that takes a pasted hash, with
 * the field `hash`, stands beside it and works without.
 */
export function ChooseFile() {
  const words = useAllWords()
  const nonce = useNonce()
  return (
    <>
      <section
        id="pilih-berkas"
        hidden
        aria-labelledby="pilih-judul"
        data-counting={words.t('periksa.file.counting')}
        data-large={words.t('periksa.file.large')}
        data-empty={words.t('periksa.file.empty')}
        data-pdf={words.t('periksa.file.pdf')}
        data-failed={words.t('periksa.file.failed')}
        className="screen-only grid justify-items-start gap-2 rounded-lg border-2 border-dashed border-line-strong bg-surface p-4 data-over:border-accent data-over:bg-accent-soft [[hidden]]:hidden"
      >
        <h2 id="pilih-judul" className="text-sm font-semibold">
          {words.t('periksa.file.title')}
        </h2>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <label
            className={buttonClass(
              'secondary',
              'md',
              'relative cursor-pointer has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent',
            )}
          >
            <FileSearch aria-hidden />
            {words.t('periksa.file.choose')}
            <input
              type="file"
              accept=".pdf,application/pdf"
              aria-describedby="pilih-bantuan"
              className="absolute inset-0 cursor-pointer opacity-0 file:cursor-pointer"
            />
          </label>
          <span className="hidden text-sm text-ink-2 pointer-fine:inline">
            {words.t('periksa.file.drop')}
          </span>
        </div>
        <p id="pilih-bantuan" className="text-xs text-ink-2">
          {words.t('periksa.file.help')}
        </p>
        <p
          id="hasil-berkas"
          role="status"
          className="group flex items-start gap-1.5 text-sm font-medium data-wrong:text-danger-ink"
        >
          <CircleAlert aria-hidden className="mt-0.5 hidden size-4 flex-none group-data-wrong:block" />
          <span />
        </p>
      </section>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: bundled from inset.ts */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: script }} />
    </>
  )
}
