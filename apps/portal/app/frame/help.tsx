import { Dialog } from '@mufakat/ui'
import { Key } from './key'
import { PLACES } from './places'
import { useWords } from './words'

export function Help({
  places,
  mayCreate,
  onClose,
}: {
  places: readonly string[]
  mayCreate: boolean
  onClose: () => void
}) {
  const words = useWords()
  const rows: [string, string[]][] = [
    [words.t('help.palette'), ['Ctrl', 'K']],
    ...PLACES.flatMap(({ to, shortcut }): [string, string[]][] =>
      shortcut && places.includes(to) ? [[words.t(shortcut[1]), ['g', shortcut[0]]]] : [],
    ),
    ...(mayCreate ? ([[words.t('help.new'), ['n']]] as [string, string[]][]) : []),
    [words.t('help.help'), ['?']],
  ]
  return (
    <Dialog open onClose={onClose} title={words.t('help.title')} closeLabel={words.t('action.close')}>
      <dl className="grid gap-1 p-5">
        {rows.map(([label, keys]) => (
          <div key={label} className="flex min-h-10 items-center justify-between gap-4">
            <dt>{label}</dt>
            <dd className="flex gap-1.5">
              {keys.map(key => (
                <Key key={key}>{key}</Key>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
