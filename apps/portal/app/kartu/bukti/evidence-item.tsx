import type { EvidenceView } from '@mufakat/services'
import { Badge, Button } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { Check, File, Hourglass, Link2, Trash2, Undo2, X } from 'lucide-react'
import { KIND_ICONS, sizeIn } from '~/berkas/kinds'
import { useAllWords } from '~/frame/words'
import { CommandId } from '../command-id'
import { answerTo, type DeedAnswer, doneOf } from '../deed'
import type { BuktiSectionProps } from '../part-props'
import { DeedErrors } from './deed-errors'
import { JudgeForms } from './judge-forms'

const STATES = {
  diajukan: { tone: 'violet', icon: Hourglass },
  diterima: { tone: 'success', icon: Check },
  dikembalikan: { tone: 'warn', icon: Undo2 },
  ditarik: { tone: 'neutral', icon: X },
} as const

const placeOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

function Picture({ evidence: { file, url } }: { evidence: EvidenceView }) {
  // Of a file that is not there any more its kind is not known either.
  const Icon = file !== null ? KIND_ICONS[file.kind] : url === null ? File : Link2
  return (
    <span className="grid size-14 flex-none place-items-center overflow-hidden rounded-md bg-sunken text-ink-2 print:hidden">
      {file?.hasThumbnail ? (
        <img
          src={`/berkas/${file.id}/kecil`}
          alt=""
          width={56}
          height={56}
          loading="lazy"
          className="size-14 object-cover"
        />
      ) : (
        <Icon aria-hidden className="size-5" />
      )}
    </span>
  )
}

function Place({ evidence }: { evidence: EvidenceView }) {
  const words = useAllWords()
  const { title, url, file } = evidence
  const link = 'font-semibold [overflow-wrap:anywhere] text-ink no-underline hover:underline'
  if (url !== null)
    return (
      <a href={url} target="_blank" rel="noopener noreferrer nofollow" className={link}>
        {title} <span className="font-normal text-ink-2">({placeOf(url)})</span>
      </a>
    )
  if (file === null) return <p className="font-semibold [overflow-wrap:anywhere] text-ink-2">{title}</p>
  return (
    <a href={`/berkas/${file.id}`} download className={link}>
      {title}{' '}
      <span className="font-normal text-ink-2">
        ({file.name === title ? '' : `${file.name}, `}
        {sizeIn(words, file.size)})
      </span>
    </a>
  )
}

function Withdraw({ evidence, cardId, commandId, answer }: BuktiSectionProps & { evidence: EvidenceView }) {
  const words = useAllWords()
  const fetcher = useFetcher<DeedAnswer>()
  const told = answerTo(fetcher.data, answer, { maksud: 'tarik', about: evidence.id })
  return (
    <fetcher.Form
      method="post"
      action={`/tindak-lanjut/${cardId}/bukti`}
      className="screen-only grid justify-items-start gap-2"
    >
      <input type="hidden" name="maksud" value="tarik" />
      <input type="hidden" name="tentang" value={evidence.id} />
      <CommandId base={commandId} done={doneOf(fetcher.data)} />
      <DeedErrors answer={told} />
      <Button
        type="submit"
        kind="quiet"
        size="sm"
        busy={fetcher.state !== 'idle'}
        aria-label={words.t('bukti.withdraw.of', { title: evidence.title })}
        className="-ml-3"
      >
        <Trash2 aria-hidden />
        {words.t('bukti.withdraw')}
      </Button>
    </fetcher.Form>
  )
}

/** One piece of evidence: what it is, whose, what was said to it, and what may be done with it. */
export function EvidenceItem(props: BuktiSectionProps & { evidence: EvidenceView }) {
  const words = useAllWords()
  const { evidence, part } = props
  const { state, decidedBy, decidedAt, note } = evidence
  const { tone, icon } = STATES[state]
  const word = words.t(`bukti.state.${state}`)
  return (
    <li id={`bukti-${evidence.id}`} className="flex gap-3 py-3 first:pt-0 last:pb-0">
      <Picture evidence={evidence} />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <div className="min-w-0">
            <Place evidence={evidence} />
          </div>
          <Badge tone={tone} icon={icon}>
            {word}
          </Badge>
        </div>
        <p className="text-sm text-ink-2">
          {words.t('bukti.by', { name: evidence.addedBy, when: words.dateTime(evidence.addedAt) })}
        </p>
        {decidedBy !== null && decidedAt !== null && (
          <p className="text-sm text-ink-2">
            {words.t('bukti.decided', { state: word, name: decidedBy, when: words.dateTime(decidedAt) })}
          </p>
        )}
        {note !== '' && (
          <p className="border-l-3 border-warn-line pl-3 text-sm whitespace-pre-line [overflow-wrap:anywhere]">
            {note}
          </p>
        )}
        {evidence.mayWithdraw && <Withdraw {...props} />}
        {part.mayJudge && state === 'diajukan' && <JudgeForms {...props} />}
      </div>
    </li>
  )
}
