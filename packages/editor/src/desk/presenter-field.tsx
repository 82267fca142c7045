import { setItemPresenter } from '@mufakat/doc-model'
import { useDesk, useValue } from './hooks'

/** Who presents an item: an OPD by its short name, or whatever text already stands there ("Wakil Bupati"). */
export function PresenterField({
  itemId,
  place,
  presenter,
  others,
}: {
  itemId: string
  place: number
  presenter: string | null
  /** Presenters of the other items, offered too. */
  others: readonly string[]
}) {
  const desk = useDesk()
  const { words } = desk
  const editable = useValue(desk.editable)
  const names = desk.directory.opds.map(opd => opd.shortName)
  const more = [...new Set([...(presenter === null ? [] : [presenter]), ...others])].filter(
    name => !names.includes(name),
  )
  if (!editable) return presenter === null ? null : <span className="nt-item-presenter">{presenter}</span>
  return (
    <span className="nt-item-presenter">
      <select
        className="nt-meta-field"
        aria-label={words.t('editor.item.presenter', { n: place })}
        value={presenter ?? ''}
        onChange={event =>
          setItemPresenter(desk.doc, itemId, event.target.value === '' ? null : event.target.value)
        }
      >
        <option value="">{words.t('editor.item.presenter.none')}</option>
        {more.map(name => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        {names.map(name => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </span>
  )
}
