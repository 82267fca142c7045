import type { SettingValue } from '@mufakat/services'
import { useNonce } from '~/frame/nonce'
import { useAllWords } from '~/frame/words'

type LetterheadValue = SettingValue<'letterhead'>

/**
 * Writes what is being typed, and the picture that is being chosen, into the preview. The page is whole without it:
 * then the preview shows what was saved.
 */
const FOLLOW = `addEventListener('input',({target:{name,value,files}})=>{
const shown=document.querySelector('[data-kop="'+CSS.escape(name)+'"]')
if(!shown)return
if(name!=='logo'){shown.textContent=value;return}
if(files[0]&&/^image\\/(png|jpeg)$/.test(files[0].type)){shown.src=URL.createObjectURL(files[0]);shown.hidden=false}})`

/** How the head of a paper will look. `logo`: the address of its picture, when there is one. */
export function LetterheadPreview({ value, logo }: { value: LetterheadValue; logo: string | null }) {
  const words = useAllWords()
  const nonce = useNonce()
  const lines = [0, 1, 2, 3].map(at => value.lines[at] ?? '')
  return (
    <figure className="grid gap-2">
      <figcaption className="text-sm font-semibold">{words.t('daerah.preview')}</figcaption>
      {/* A paper is white in either look. */}
      <div className="flex items-center gap-4 overflow-x-auto rounded-md border border-line bg-white p-4 text-black">
        <img
          data-kop="logo"
          src={logo ?? undefined}
          hidden={logo === null}
          alt={words.t('daerah.logo')}
          className="max-h-20 w-auto max-w-24 flex-none"
        />
        <div className="min-w-0 flex-1 border-b-4 border-double border-black pb-2 text-center font-serif text-sm leading-snug">
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <p key={at} data-kop={`lines.${at}`} className={at < 2 ? 'text-base font-bold' : undefined}>
              {line}
            </p>
          ))}
          <p data-kop="address">{value.address}</p>
          <p className="flex flex-wrap justify-center gap-x-3">
            {(['phone', 'web', 'email'] as const).map(name => (
              <span key={name} data-kop={name}>
                {value[name]}
              </span>
            ))}
          </p>
        </div>
      </div>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: FOLLOW }} />
    </figure>
  )
}
