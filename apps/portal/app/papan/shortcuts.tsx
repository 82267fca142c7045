import { Dialog } from '@mufakat/ui'
import { Key } from '~/frame/key'
import { useAllWords } from '~/frame/words'

/** Every key that does something on the board. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const words = useAllWords()
  const arrow = words.t('papan.key.arrow')
  const rows: readonly (readonly [label: string, keys: readonly string[]])[] = [
    [words.t('papan.shortcut.arrows'), [arrow]],
    [words.t('papan.shortcut.ends'), ['Home', 'End']],
    [words.t('papan.shortcut.enter'), ['Enter']],
    [words.t('papan.shortcut.move'), ['m']],
    [words.t('papan.shortcut.status'), ['1', '2', '3', '4']],
    [words.t('papan.shortcut.shift'), ['Alt', arrow]],
    [words.t('papan.shortcut.select'), ['x']],
    [words.t('papan.shortcut.extend'), ['Shift', arrow]],
    [words.t('papan.shortcut.clear'), ['Esc']],
    [words.t('papan.shortcut.undo'), ['u']],
    [words.t('help.help'), ['?']],
  ]
  return (
    <Dialog open onClose={onClose} title={words.t('papan.shortcuts')} closeLabel={words.t('action.close')}>
      <dl className="grid gap-1 px-5 pt-5">
        {rows.map(([label, keys]) => (
          <div key={label} className="flex min-h-10 items-center justify-between gap-4">
            <dt>{label}</dt>
            <dd className="flex flex-none gap-1.5">
              {keys.map(key => (
                <Key key={key}>{key}</Key>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="px-5 pt-2 pb-5 text-sm text-ink-2">{words.t('papan.shortcut.general')}</p>
    </Dialog>
  )
}
