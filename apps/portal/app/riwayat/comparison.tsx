import type {
  Change,
  ComparedFact,
  ComparedItem,
  ComparedLine,
  ComparedTable,
  ComparedWords,
} from '@mufakat/doc-model'
import { isTanggal } from '@mufakat/domain'
import type { Words } from '@mufakat/i18n'
import { Card, classes } from '@mufakat/ui'
import { ArrowUpDown, Minus, PencilLine, Plus } from 'lucide-react'
import { createContext, Fragment, type ReactNode, useContext } from 'react'
import { useAllWords } from '~/frame/words'

/** What changed stands in a colour, behind a sign, and with a word. */
const LOOKS = {
  added: { icon: Plus, edge: 'border-success-ink', ink: 'text-success-ink' },
  removed: { icon: Minus, edge: 'border-danger-ink', ink: 'text-danger-ink' },
  changed: { icon: PencilLine, edge: 'border-info-ink', ink: 'text-info-ink' },
  moved: { icon: ArrowUpDown, edge: 'border-violet-ink', ink: 'text-violet-ink' },
} as const
type Look = keyof typeof LOOKS

const lookOf = (change: Change, moved: boolean): Look | null =>
  change !== 'same' ? change : moved ? 'moved' : null

function Tag({ look }: { look: Look }) {
  const words = useAllWords()
  const { icon: Icon, ink } = LOOKS[look]
  return (
    <span className={classes('inline-flex items-center gap-1 text-xs font-semibold', ink)}>
      <Icon aria-hidden className="size-3.5" strokeWidth={2.6} />
      {words.t(`banding.${look}`)}
    </span>
  )
}

/** What came or went: in a colour, underlined or struck through; a reader by ear is told which. */
function Word({ change, children }: { change: 'added' | 'removed'; children: string }) {
  const words = useAllWords()
  const Tag = change === 'added' ? 'ins' : 'del'
  return (
    <Tag
      className={classes(
        'rounded-sm px-0.5 decoration-2',
        change === 'added'
          ? 'bg-success-soft text-success-ink underline'
          : 'bg-danger-soft text-danger-ink line-through',
      )}
    >
      <span className="sr-only">{words.t(`banding.word.${change}`)}</span>
      {children}
      <span className="sr-only">{words.t('banding.word.end')}</span>
    </Tag>
  )
}

function Runs({ runs, whole }: { runs: readonly ComparedWords[]; whole: boolean }) {
  const words = useAllWords()
  if (runs.length === 0) return <span className="text-ink-2">{words.t('banding.empty-line')}</span>
  return runs.map(({ change, text }, at) =>
    change === 'same' || whole ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity and never change in place
      <Fragment key={at}>{text}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Word key={at} change={change}>
        {text}
      </Word>
    ),
  )
}

/** OPD by id: a fact that names one is told by its name. */
const Opds = createContext<ReadonlyMap<string, string>>(new Map())
export const ComparedOpds = Opds.Provider

const SAID_AS_IT_IS = new Set(['minutes', 'presenter', 'level', 'jabatan'])

/** What a fact says; null: only that it has changed can be told. */
function saidOf(name: string, value: unknown, words: Words, opds: ReadonlyMap<string, string>) {
  if (value === null || value === undefined || value === '') return words.t('banding.fact.none')
  const text = String(value)
  if (name === 'owner') return opds.get(text.toLowerCase()) ?? words.t('banding.fact.unknown')
  if (name === 'tenggat') return isTanggal(text) ? words.date(text, 'short') : text
  if (name === 'prioritas') return words.lookup(`priority.${text}`, text)
  if (name === 'strategi') return words.lookup(`strategy.${text}`, text)
  if (name === 'kind') return words.lookup(`banding.kind.${text}`, text)
  return SAID_AS_IT_IS.has(name) ? text : null
}

function Fact({ name, before, after }: ComparedFact) {
  const words = useAllWords()
  const opds = useContext(Opds)
  const label = words.lookup(`banding.fact.${name}`, name)
  const [was, is] = [saidOf(name, before, words, opds), saidOf(name, after, words, opds)]
  if (was === null || is === null) return <li>{words.t('banding.fact.changed', { name: label })}</li>
  return (
    <li>
      {label}: <Word change="removed">{was}</Word> <span aria-hidden>→</span> <Word change="added">{is}</Word>
    </li>
  )
}

function Facts({ facts }: { facts: readonly ComparedFact[] }) {
  if (facts.length === 0) return null
  return (
    <ul className="text-sm text-ink-2">
      {facts.map(fact => (
        <Fact key={fact.name} {...fact} />
      ))}
    </ul>
  )
}

function TableChanges({ table }: { table: ComparedTable }) {
  return (
    <div className="overflow-x-auto">
      <table className="mt-1 border-collapse text-sm">
        <tbody>
          {table.rows.map(row => (
            <tr key={row.id}>
              {row.cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns of both stand in one order
                <td key={at} className="border border-line px-2 py-1 align-top">
                  {cell.lines.map(line => (
                    <Line key={line.id} line={line} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ line, end }: { line: ComparedLine; end?: ReactNode }) {
  const look = lookOf(line.change, line.moved)
  const whole = line.change === 'added' || line.change === 'removed'
  return (
    <div
      className={classes(
        'keep-together border-l-3 py-1 pl-3',
        look === null ? 'border-transparent text-ink-2' : LOOKS[look].edge,
        line.change === 'added' && 'bg-success-soft',
        line.change === 'removed' && 'bg-danger-soft',
      )}
    >
      {look !== null && (
        <div className="flex flex-wrap items-center gap-x-3">
          <Tag look={look} />
          {line.moved && look !== 'moved' && <Tag look="moved" />}
          {end}
        </div>
      )}
      {(line.table === null || line.words.length > 0) && (
        <p className={classes(line.change === 'removed' && 'text-danger-ink line-through')}>
          <Runs runs={line.words} whole={whole} />
        </p>
      )}
      <Facts facts={line.facts} />
      {line.table && <TableChanges table={line.table} />}
    </div>
  )
}

/** One item of both readings. `lineEnd` may offer something for a line that is not as it was. */
export function ComparedSection({
  item,
  lineEnd,
}: {
  item: ComparedItem
  lineEnd?: (line: ComparedLine) => ReactNode
}) {
  const words = useAllWords()
  const look = lookOf(item.change, item.moved)
  const title =
    item.title.length === 0 ? words.t('notula.item.untitled') : <Runs runs={item.title} whole={false} />
  // What is as it was takes little room among what is not.
  if (look === null)
    return (
      <section className="flex flex-wrap items-baseline gap-x-3 px-4 text-sm text-ink-2 sm:px-5">
        <h3 className="font-medium">{title}</h3>
        <p>{words.t('banding.unchanged')}</p>
      </section>
    )
  const lines = item.lines.map(line => <Line key={line.id} line={line} end={lineEnd?.(line)} />)
  return (
    <Card as="section" className="px-4 py-3 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-bold">{title}</h3>
        <Tag look={look} />
        {item.moved && look !== 'moved' && <Tag look="moved" />}
      </div>
      <Facts facts={item.facts} />
      <div className="mt-2 grid gap-1">{lines}</div>
    </Card>
  )
}
