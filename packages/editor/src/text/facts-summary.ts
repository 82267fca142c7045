// The facts of a tindak lanjut as they are read: the same signs and words as in the static view, so that taking over
// moves nothing.
import { isCode, PRIORITIES, STRATEGIES } from '@mufakat/domain'
import type { Attrs } from '@tiptap/pm/model'
import type { Desk } from '../desk/desk'
import { iconElement } from './icons'

export type FactKey = 'owner' | 'jabatan' | 'tenggat' | 'prioritas' | 'strategi'

export function factOf(attrs: Attrs, key: FactKey): string {
  return typeof attrs[key] === 'string' ? attrs[key] : ''
}

interface Fact {
  key: FactKey
  text: string
  empty: boolean
}

function factsOf(attrs: Attrs, desk: Desk): Fact[] {
  const { words, directory } = desk
  const owner = directory.opds.find(opd => opd.id === factOf(attrs, 'owner'))?.shortName ?? ''
  const who = [owner, factOf(attrs, 'jabatan')].filter(part => part !== '').join(' – ')
  const day = factOf(attrs, 'tenggat')
  const due = /^\d{4}-\d{2}-\d{2}$/.test(day) ? words.date(day, 'short') : ''
  const facts: Fact[] = [
    {
      key: 'owner',
      text: who === '' ? words.t('notula.owner.none') : words.t('notula.owner', { name: who }),
      empty: who === '',
    },
    {
      key: 'tenggat',
      text: due === '' ? words.t('notula.tenggat.none') : words.t('notula.tenggat', { date: due }),
      empty: due === '',
    },
  ]
  const { prioritas, strategi } = attrs
  if (isCode(PRIORITIES, prioritas)) {
    const priority = words.t(`priority.${prioritas}`)
    facts.push({ key: 'prioritas', text: words.t('priority.label', { priority }), empty: false })
  }
  if (isCode(STRATEGIES, strategi)) {
    const code = words.t('strategy.label', { code: strategi.toUpperCase() })
    facts.push({ key: 'strategi', text: `${code}: ${words.t(`strategy.${strategi}`)}`, empty: false })
  }
  return facts
}

/** Draws into `root`; a press on a fact asks to edit it. */
export function drawSummary(root: HTMLElement, attrs: Attrs, desk: Desk, edit: (key: FactKey) => void): void {
  root.replaceChildren(
    ...factsOf(attrs, desk).map(({ key, text, empty }) => {
      const fact = document.createElement('span')
      fact.className = `nt-fact nt-${key}`
      fact.dataset.empty = String(empty)
      fact.append(iconElement(key), text)
      fact.addEventListener('click', () => edit(key))
      return fact
    }),
  )
}
