import type { KoreksiChange } from '@mufakat/domain'
import { useAllWords } from '~/frame/words'

type Opd = readonly { readonly id: string; readonly shortName: string }[]

/** A value as people read it: an OPD by its name, a day, a code by its word. */
export function useFactWords(opd: Opd) {
  const words = useAllWords()
  return (field: KoreksiChange['field'], value: string | null): string => {
    if (value === null) return words.t('sahkan.panel.koreksi.none')
    if (field === 'owner') return opd.find(one => one.id === value)?.shortName ?? value
    if (field === 'tenggat') return words.date(value)
    if (field === 'prioritas') return words.lookup(`priority.${value}`, value)
    if (field === 'strategi') return words.lookup(`strategy.${value}`, value)
    return value
  }
}

/** Both texts of every line that a Koreksi says anew, one beside the other. */
export function Changes({
  changes,
  opd,
}: {
  changes: readonly (KoreksiChange & { readonly item: string })[]
  opd: Opd
}) {
  const words = useAllWords()
  const told = useFactWords(opd)
  return (
    <ul className="grid gap-3">
      {changes.map(change => (
        <li key={`${change.lineId} ${change.field}`} className="grid gap-1.5">
          <p className="text-xs font-semibold text-ink-2">
            {change.item} · {words.t(`sahkan.panel.field.${change.field}`)}
          </p>
          <div className="grid gap-2 sm:grid-cols-2">
            <div className="rounded-md border border-line bg-sunken px-3 py-2 text-sm">
              <span className="block text-xs text-ink-2">{words.t('sahkan.panel.koreksi.before')}</span>
              <del className="break-words">{told(change.field, change.before)}</del>
            </div>
            <div className="rounded-md border border-accent/30 bg-accent-soft px-3 py-2 text-sm">
              <span className="block text-xs text-ink-2">{words.t('sahkan.panel.koreksi.after')}</span>
              <ins className="break-words no-underline">{told(change.field, change.after)}</ins>
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
