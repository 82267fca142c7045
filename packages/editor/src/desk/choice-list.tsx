import {
  Building2,
  Gauge,
  Gavel,
  Heading,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Pilcrow,
  Quote,
  SeparatorHorizontal,
  Table2,
  UserRound,
} from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useDesk, useValue } from './hooks'
import { usePlacement } from './placement'

const ICONS: Record<string, LucideIcon> = {
  keputusan: Gavel,
  'tindak-lanjut': ListChecks,
  judul: Heading,
  butir: List,
  nomor: ListOrdered,
  tabel: Table2,
  kutipan: Quote,
  'batas-halaman': SeparatorHorizontal,
  paragraf: Pilcrow,
  opd: Building2,
  person: UserRound,
  indikator: Gauge,
}

/** The choices of "/", "@" or "#" at the caret. The text keeps the focus and names the chosen one. */
export function ChoiceList() {
  const desk = useDesk()
  const state = useValue(desk.choices)
  const list = useRef<HTMLDivElement>(null)
  usePlacement(list, state?.rect ?? null, state?.choices.length ?? 0)

  useEffect(() => {
    if (state) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [state])

  if (!state) return null
  return (
    <div
      ref={list}
      id={state.listId}
      role="listbox"
      tabIndex={0}
      aria-label={state.label}
      className="nt-pop nt-choices"
    >
      {state.choices.map((choice, index) => {
        const Icon = ICONS[choice.icon] ?? Pilcrow
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the text, which keeps the focus
          <div
            key={choice.id}
            id={`${state.listId}-${choice.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === state.selected}
            className="nt-choice"
            onMouseDown={event => event.preventDefault()}
            onClick={() => state.pick(index)}
          >
            <Icon aria-hidden size={18} />
            <span className="nt-choice-title">{choice.title}</span>
            {choice.hint !== '' && <span className="nt-choice-hint">{choice.hint}</span>}
          </div>
        )
      })}
    </div>
  )
}
