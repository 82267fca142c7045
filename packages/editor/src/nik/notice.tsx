import { EyeOff, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useDesk, useValue } from '../desk/hooks'
import { keepStill } from '../people/scroll-anchor'

/** A number that goes on growing (an NIP has eighteen digits) is not told of in between. */
const SETTLED_MS = 900

/** The count as it is once it has stopped changing; when it changes, what is being typed keeps its place. */
function useSettledCount(): number {
  const desk = useDesk()
  const count = useValue(desk.nik.count)
  const [settled, setSettled] = useState(0)
  useEffect(() => {
    if (count === settled) return
    const timer = setTimeout(() => keepStill(() => flushSync(() => setSettled(count))), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [count, settled])
  return count === 0 ? 0 : settled
}

/** Says, without getting in the way, that numbers like a NIK stand in the notula, and offers to mask them. */
export function NikNotice() {
  const desk = useDesk()
  const { words, undo, nik } = desk
  const editable = useValue(desk.editable)
  const count = useSettledCount()
  /** As many as were put off: more than these are news. */
  const [putOff, setPutOff] = useState(0)
  useEffect(() => setPutOff(before => Math.min(before, count)), [count])

  const mask = () => {
    // A step of its own, so that taking it back takes nothing else back.
    undo.stopCapturing()
    nik.maskAll()
    undo.stopCapturing()
    const step = undo.undoStack.at(-1)
    desk.toast.set({
      text: words.t('nik.masked', { n: count }),
      undo: () => {
        if (undo.undoStack.at(-1) === step) undo.undo()
      },
    })
  }
  const isShown = count > putOff
  return (
    <div className={isShown ? 'nt-save-help nt-save-warn nt-nik-notice' : 'nt-unseen'}>
      <p role="status">
        {isShown && (
          <>
            <TriangleAlert aria-hidden size={16} /> {words.t('nik.notice', { n: count })}{' '}
            <span>{words.t('nik.notice.why')}</span>
          </>
        )}
      </p>
      {isShown && (
        <div>
          <button type="button" className="nt-button" onClick={() => nik.showNext()}>
            {words.t('nik.show')}
          </button>
          {editable && (
            <button type="button" className="nt-button nt-button-main" onClick={mask}>
              <EyeOff aria-hidden size={16} /> {words.t('nik.mask')}
            </button>
          )}
          <button
            type="button"
            className="nt-nik-close"
            aria-label={words.t('nik.put-off')}
            title={words.t('nik.put-off')}
            onClick={() => setPutOff(count)}
          >
            <X aria-hidden size={18} />
          </button>
        </div>
      )}
    </div>
  )
}
