import type { PaperKind } from '@mufakat/domain'
import type { PaperOffer, PapersView, PaperView } from '@mufakat/services'
import { Badge, Button, buttonClass, Card, Field, Select } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import {
  ClipboardList,
  Download,
  FilePen,
  FileStack,
  Gavel,
  Grid3x3,
  type LucideIcon,
  Mail,
  NotebookText,
} from 'lucide-react'
import { KIND_ICONS, sizeIn } from '~/berkas/kinds'
import { useAllWords } from '~/frame/words'
import { Progress } from '~/kertas/progress'
import { useRapat } from '~/rapat/rapat-context'

const ICONS: Readonly<Record<PaperKind, LucideIcon>> = {
  undangan: Mail,
  daftar_hadir: ClipboardList,
  notula: NotebookText,
  cuplikan: FileStack,
  berita_acara: Gavel,
  matriks: Grid3x3,
}

/** The latest of a format, with where it is taken or how far it is. */
function Made({ paper, kind, opd }: { paper: PaperView; kind: string; opd: string | undefined }) {
  const words = useAllWords()
  const { id } = useRapat()
  const format = words.t(`kertas.format.${paper.format}`)
  const name = [format, opd].filter(Boolean).join(' · ')
  const at = words.dateTime(paper.finishedAt ?? paper.askedAt)
  if (paper.state === 'waiting' || paper.state === 'making')
    return (
      <li className="grid gap-1 py-2">
        <span className="text-sm font-semibold">{name}</span>
        <Progress paper={paper} />
      </li>
    )
  return (
    <li className="flex items-center gap-3 py-1">
      <div className="min-w-0 flex-1 text-sm">
        <span className="block font-semibold">{name}</span>
        <span className={paper.state === 'failed' ? 'text-danger-ink' : 'text-ink-2'}>
          {paper.state === 'failed'
            ? words.t('kertas.state.failed', { at })
            : words.t('kertas.state.ready', { at, size: sizeIn(words, paper.size ?? 0) })}
        </span>
      </div>
      {paper.state === 'ready' && (
        <a
          href={`/kertas/${id}/${paper.id}`}
          aria-label={words.t('kertas.download', { kind: [kind, opd].filter(Boolean).join(' '), format })}
          className={buttonClass('quiet', 'sm')}
        >
          <Download aria-hidden />
          {words.t('kertas.download.short')}
        </a>
      )}
    </li>
  )
}

interface OfferCardProps {
  offer: PaperOffer
  view: PapersView
  /** The OPD that was asked for last. */
  chosen: string | null
}

/** A paper: what it is, the ways in which it is made, and what was made of it. */
export function OfferCard({ offer, view, chosen }: OfferCardProps) {
  const words = useAllWords()
  const Icon = ICONS[offer.kind]
  const kind = words.t(`kertas.kind.${offer.kind}`)
  const isSealed = offer.kind === 'notula' && view.kept.length > 0
  const ofOpd = offer.kind === 'cuplikan'
  const canAsk = view.mayAsk && (!ofOpd || view.opd.length > 0)
  return (
    <Card as="li" id={offer.kind} className="grid content-start gap-3 p-4 sm:p-5">
      <div className="flex items-start gap-3">
        <Icon aria-hidden className="mt-0.5 size-5 flex-none text-accent" />
        <div className="min-w-0 flex-1">
          <h3 className="font-semibold">{kind}</h3>
          <p className="text-sm text-ink-2">
            {words.t(isSealed ? 'kertas.about.notula.sealed' : `kertas.about.${offer.kind}`)}
          </p>
          {offer.isDraft && (
            <Badge tone="warn" icon={FilePen} className="mt-2">
              {words.t('kertas.draft')}
            </Badge>
          )}
        </div>
      </div>
      {ofOpd && view.opd.length === 0 && <p className="text-sm text-ink-2">{words.t('kertas.none.opd')}</p>}
      {canAsk && (
        <Form method="post" reloadDocument className="grid gap-3">
          <input type="hidden" name="kind" value={offer.kind} />
          {ofOpd && (
            <Field id="opd" label={words.t('kertas.opd')}>
              <Select id="opd" name="opd" defaultValue={chosen ?? view.opd[0]?.id}>
                {view.opd.map(opd => (
                  <option key={opd.id} value={opd.id}>
                    {opd.name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <div className="flex flex-wrap gap-2">
            {offer.formats.map(format => {
              const FormatIcon = KIND_ICONS[format]
              const called = words.t(`kertas.format.${format}`)
              return (
                <Button
                  key={format}
                  type="submit"
                  kind="secondary"
                  name="format"
                  value={format}
                  aria-label={words.t('kertas.make', { kind, format: called })}
                >
                  <FormatIcon aria-hidden />
                  {called}
                </Button>
              )
            })}
          </div>
        </Form>
      )}
      {offer.made.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {offer.made.map(paper => (
            <Made
              key={paper.id}
              paper={paper}
              kind={kind}
              opd={view.opd.find(one => one.id === paper.opdId)?.shortName}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}
