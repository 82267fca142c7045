import { useRef, useState } from 'react'
import { setLink } from '../text/mark-commands'
import { useDesk, useValue } from './hooks'
import { type AnchorRect, usePlacement } from './placement'

function OpenLink({ href, rect }: { href: string; rect: AnchorRect }) {
  const desk = useDesk()
  const { words } = desk
  const box = useRef<HTMLFormElement>(null)
  const [value, setValue] = useState(href)
  const [bad, setBad] = useState(false)
  usePlacement(box, rect, bad)

  const close = () => {
    desk.link.set(null)
    desk.active.get()?.editor.view.focus()
  }
  const apply = (address: string) => {
    const view = desk.active.get()?.editor.view
    if (!view) return close()
    // An address that no reader could follow stays in the field, with the reason beside it.
    if (!setLink(view, address)) return setBad(true)
    close()
  }
  return (
    <form
      ref={box}
      className="nt-pop nt-link-window"
      onSubmit={event => {
        event.preventDefault()
        event.stopPropagation()
        apply(value)
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <label>
        <span>{words.t('editor.link.address')}</span>
        <input
          type="text"
          inputMode="url"
          // biome-ignore lint/a11y/noAutofocus: the window opens because the person asked to write an address
          autoFocus
          value={value}
          maxLength={2000}
          aria-invalid={bad}
          aria-describedby={bad ? 'nt-link-bad' : undefined}
          onChange={event => {
            setValue(event.target.value)
            setBad(false)
          }}
        />
      </label>
      {bad && (
        <p id="nt-link-bad" role="alert" className="nt-field-error">
          {words.t('editor.link.bad')}
        </p>
      )}
      <div className="nt-link-actions">
        {href !== '' && (
          <button type="button" className="nt-button" onClick={() => apply('')}>
            {words.t('editor.link.remove')}
          </button>
        )}
        <button type="button" className="nt-button" onClick={close}>
          {words.t('editor.close')}
        </button>
        <button type="submit" className="nt-button nt-button-main">
          {words.t('editor.link.save')}
        </button>
      </div>
    </form>
  )
}

/** The small window for a link's address. */
export function LinkWindow() {
  const desk = useDesk()
  const link = useValue(desk.link)
  return link ? (
    <OpenLink key={`${link.rect.left} ${link.rect.top}`} href={link.href} rect={link.rect} />
  ) : null
}
