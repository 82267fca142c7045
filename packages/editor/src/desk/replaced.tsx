import type { Words } from '@mufakat/i18n'
import { useState } from 'react'

/** Says that the server has replaced the text, until its person has read that. */
export function Replaced({ isOpening, words }: { isOpening: boolean; words: Words }) {
  const [isRead, setRead] = useState(false)
  if (isRead) return null
  return (
    <div className="nt-save-help nt-replaced nt-save-warn">
      <p role="status">{words.t(isOpening ? 'editor.replaced.opening' : 'editor.replaced')}</p>
      {!isOpening && (
        <button type="button" className="nt-button" onClick={() => setRead(true)}>
          {words.t('editor.replaced.read')}
        </button>
      )}
    </div>
  )
}
