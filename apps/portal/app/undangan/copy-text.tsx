import { buttonClass } from '@mufakat/ui'
import { ClipboardCopy } from 'lucide-react'
import { useNonce } from '~/frame/nonce'
import { useAllWords } from '~/frame/words'

/** Copies the text beside it. The page brings no other script: without it the text is there to be taken whole. */
const COPY = `
const button = document.getElementById('salin-teks')
const text = document.getElementById('teks-undangan')
button.hidden = false
button.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(text.textContent)
  } catch {
    document.getElementById('lihat-teks').open = true
    getSelection().selectAllChildren(text)
    document.execCommand('copy')
  }
  button.querySelector('span').textContent = button.dataset.done
})`

export function CopyButton() {
  const words = useAllWords()
  return (
    <button
      type="button"
      id="salin-teks"
      hidden
      data-done={words.t('undangan.copied')}
      className={buttonClass('secondary', 'md', '[[hidden]]:hidden')}
    >
      <ClipboardCopy aria-hidden />
      <span aria-live="polite">{words.t('undangan.copy')}</span>
    </button>
  )
}

export function CopiedText({ text }: { text: string }) {
  const words = useAllWords()
  const nonce = useNonce()
  return (
    <>
      <details id="lihat-teks" className="group">
        <summary className={buttonClass('quiet', 'sm', '-ml-3')}>{words.t('undangan.copy.show')}</summary>
        {/* One press takes all of it, also where no script runs. */}
        <section
          id="teks-undangan"
          aria-label={words.t('undangan.copy.label')}
          className="mt-2 rounded-md border border-line-strong bg-sunken px-3 py-3 text-sm break-words whitespace-pre-wrap select-all"
        >
          {text}
        </section>
      </details>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: COPY }} />
    </>
  )
}
