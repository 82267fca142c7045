import { itemTitle } from '@mufakat/doc-model'
import { TriangleAlert } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { watchTitle } from '../nik/title'
import { useDesk, useValue } from './hooks'
import { bindPlainText } from './plain-text'

/** Titles longer than this break every agenda and every paper. */
const TITLE_LENGTH = 300

/**
 * The title of an item: a text of its own, so that two people can write in it. The field lies over an invisible copy
 * of its words, which gives it exactly the height and the line breaks of the read view.
 */
export function TitleField({
  itemId,
  place,
  onEnter,
  onMove,
}: {
  itemId: string
  place: number
  onEnter: () => void
  onMove: (by: 1 | -1) => void
}) {
  const desk = useDesk()
  const editable = useValue(desk.editable)
  const field = useRef<HTMLTextAreaElement>(null)
  const [shown, setShown] = useState(() => itemTitle(desk.doc, itemId).toString())
  const [nikCount, setNikCount] = useState(0)

  useEffect(() => {
    if (!field.current) return
    const title = itemTitle(desk.doc, itemId)
    const watched = watchTitle(desk, title, field.current, setNikCount)
    const unbind = bindPlainText(title, field.current, desk.origin, text => {
      setShown(text)
      watched.read(text)
    })
    return () => {
      unbind()
      watched.leave()
    }
  }, [desk, itemId])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const mod = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    if (event.key === 'Enter') {
      event.preventDefault()
      onEnter()
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      onMove(event.key === 'ArrowUp' ? -1 : 1)
    } else if (mod && (key === 'z' || key === 'y')) {
      // The field's own history knows nothing of what others wrote in between.
      event.preventDefault()
      if (key === 'y' || event.shiftKey) desk.undo.redo()
      else desk.undo.undo()
    }
  }

  return (
    <h3 className="nt-item-title nt-title-edit">
      <span className="nt-title-mirror" aria-hidden="true">
        {shown === '' ? desk.words.t('editor.item.title.placeholder') : shown}
      </span>
      <textarea
        ref={field}
        className="nt-title-field"
        rows={1}
        maxLength={TITLE_LENGTH}
        aria-label={desk.words.t('editor.item.title', { n: place })}
        placeholder={desk.words.t('editor.item.title.placeholder')}
        readOnly={!editable}
        onKeyDown={onKeyDown}
        aria-describedby={nikCount > 0 ? `nik-${itemId}` : undefined}
      />
      {nikCount > 0 && (
        <span id={`nik-${itemId}`} className="nt-nik-title">
          <TriangleAlert aria-hidden size={14} /> {desk.words.t('nik.title')}
        </span>
      )}
    </h3>
  )
}
