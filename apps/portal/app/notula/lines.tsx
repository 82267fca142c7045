import type { ContentLine, ContentTable, Json } from '@mufakat/doc-model'
import { LINE_KINDS } from '@mufakat/doc-model'
import { isCode, PRIORITIES, STRATEGIES } from '@mufakat/domain'
import type { LineWork, WorkByLine } from '@mufakat/editor'
import type { OwnerAnswer } from '@mufakat/services'
import { CalendarClock, Flag, Gavel, ListChecks, Target, Users } from 'lucide-react'
import { createContext, Fragment, type ReactNode, useContext } from 'react'
import { useWords } from '~/frame/words'
import { OwnerAnswerMark } from '~/rapat/owner-answer'
import { TINDAK_LANJUT_ICONS } from '~/rapat/status'
import { Spans } from './spans'

/** Names of OPD by id, for the owners of tindak lanjut. */
export type OpdNames = ReadonlyMap<string, string>

/** What owners have said, by line: for those who read, beside each tindak lanjut. */
const Answers = createContext<OwnerAnswers>({})
export const OwnerAnswersProvider = Answers.Provider
export type OwnerAnswers = Readonly<Record<string, OwnerAnswer>>

/** How far the work is, by line. */
const Work = createContext<WorkByLine>({})
export const WorkProvider = Work.Provider

const DEEPEST = 8
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

function Facts({ line, opd }: { line: ContentLine; opd: OpdNames }) {
  const words = useWords()
  const { owner, jabatan, tenggat, prioritas, strategi } = line.attrs
  const who = [opd.get(text(owner)), text(jabatan)].filter(Boolean).join(' – ')
  const due = /^\d{4}-\d{2}-\d{2}$/.test(text(tenggat)) ? text(tenggat) : null
  return (
    <div className="nt-facts">
      <span className="nt-fact nt-owner" data-empty={who === ''}>
        <Users aria-hidden />
        {who === '' ? words.t('notula.owner.none') : words.t('notula.owner', { name: who })}
      </span>
      <span className="nt-fact nt-tenggat" data-empty={due === null}>
        <CalendarClock aria-hidden />
        {due === null
          ? words.t('notula.tenggat.none')
          : words.t('notula.tenggat', { date: words.date(due, 'short') })}
      </span>
      {isCode(PRIORITIES, prioritas) && (
        <span className="nt-fact nt-prioritas">
          <Flag aria-hidden />
          {words.t('priority.label', { priority: words.t(`priority.${prioritas}`) })}
        </span>
      )}
      {isCode(STRATEGIES, strategi) && (
        <span className="nt-fact nt-strategi">
          <Target aria-hidden />
          {words.t('strategy.label', { code: strategi.toUpperCase() })}: {words.t(`strategy.${strategi}`)}
        </span>
      )}
    </div>
  )
}

/** The editor draws the same (its `work-mark.ts`). */
function WorkMark({ work: { status, text, href } }: { work: LineWork }) {
  const Icon = TINDAK_LANJUT_ICONS[status]
  const Word = href === null ? 'span' : 'a'
  return (
    <div className="nt-work">
      <Word className="nt-work-state" data-status={status} {...(href !== null && { href })}>
        <Icon aria-hidden />
        {text}
      </Word>
    </div>
  )
}

function Table({ table, opd }: { table: ContentTable; opd: OpdNames }) {
  return (
    <div className="nt-table-scroll">
      <table className="nt-table">
        <tbody>
          {table.rows.map(row => (
            <tr key={row.id}>
              {row.cells.map((cell, at) => (
                <td key={table.columns[at] ?? at}>
                  <div className="nt-text">
                    <Lines lines={cell} opd={opd} />
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ line, opd }: { line: ContentLine; opd: OpdNames }) {
  const words = useWords()
  const answer = useContext(Answers)[line.id]
  const work = useContext(Work)[line.id]
  const known = isCode(LINE_KINDS, line.kind)
  const content = line.spans.length > 0 ? <Spans spans={line.spans} /> : <br />
  const attributes = {
    className: `nt-line nt-${known ? line.kind : 'unknown'}`,
    'data-line': line.id,
    'data-kind': line.kind,
    'data-level': Math.min(line.level, DEEPEST),
  }
  if (line.kind === 'judul') {
    return (
      // biome-ignore lint/a11y/useSemanticElements: the editor draws the same element, so the server must too
      <div {...attributes} role="heading" aria-level={4}>
        <div className="nt-words">{content}</div>
      </div>
    )
  }
  if (line.kind === 'keputusan' || line.kind === 'tindak-lanjut') {
    const Icon = line.kind === 'keputusan' ? Gavel : ListChecks
    return (
      <div {...attributes} id={`line-${line.id}`}>
        <div className="nt-tag">
          <Icon aria-hidden />
          {words.t(`notula.${line.kind}`)}
        </div>
        <div className="nt-words">{content}</div>
        {line.kind === 'tindak-lanjut' && <Facts line={line} opd={opd} />}
        {work && line.kind === 'tindak-lanjut' && <WorkMark work={work} />}
        {answer && <OwnerAnswerMark answer={answer} className="mt-1.5" />}
      </div>
    )
  }
  if (line.kind === 'batas-halaman') {
    return <div {...attributes}>{words.t('notula.batas-halaman')}</div>
  }
  return (
    <div {...attributes}>
      {!known && <div className="nt-unknown-note">{words.t('notula.unknown', { kind: line.kind })}</div>}
      {(line.kind !== 'tabel' || line.spans.length > 0) && <div className="nt-words">{content}</div>}
      {line.table && <Table table={line.table} opd={opd} />}
    </div>
  )
}

/** Lines of an item or a cell, flat as in the model; bullets, numbers and levels are drawn by notula.css. */
export function Lines({
  lines,
  opd,
  lineEnd,
}: {
  lines: readonly ContentLine[]
  opd: OpdNames
  lineEnd?: (line: ContentLine) => ReactNode
}) {
  return lines.map(line => (
    <Fragment key={line.id}>
      <Line line={line} opd={opd} />
      {lineEnd?.(line)}
    </Fragment>
  ))
}
