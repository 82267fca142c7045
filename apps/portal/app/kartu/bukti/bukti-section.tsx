import { Button, Card, CardHead, describe, Empty, Field, Input, Notice } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { FileCheck2, Hourglass, Undo2 } from 'lucide-react'
import { useRef } from 'react'
import { FormOutcome } from '~/berkas/form-outcome'
import { Unfinished } from '~/berkas/unfinished'
import { UploadBox } from '~/berkas/upload-box'
import { UploadRows } from '~/berkas/upload-rows'
import { useUploads } from '~/berkas/use-uploads'
import { useAllWords } from '~/frame/words'
import { CommandId } from '../command-id'
import { answerTo, type DeedAnswer, doneOf } from '../deed'
import type { BuktiSectionProps } from '../part-props'
import { DeedErrors } from './deed-errors'
import { EvidenceItem } from './evidence-item'
import { LinkForm } from './link-form'

/** Photos and files, from a phone or a desk; what goes wrong on the way is told beside each. */
function FileBox({ cardId, part }: Pick<BuktiSectionProps, 'cardId' | 'part'>) {
  const words = useAllWords()
  const subject = { kind: 'kartu', id: cardId } as const
  const { uploads, shown } = useUploads(subject)
  const about = useRef<HTMLInputElement>(null)
  const send = (files: readonly File[]) => {
    uploads.add(files, part.maxBytes, about.current?.value.trim())
    if (about.current && files.length > 0) about.current.value = ''
  }
  return (
    <div className="grid gap-3">
      <UploadBox subject={subject} maxBytes={part.maxBytes} onFiles={send} withCamera>
        <h3 className="text-sm font-bold">{words.t('bukti.file')}</h3>
        <Field
          id="bukti-keterangan"
          label={words.t('bukti.about')}
          hint={words.t('bukti.about.hint')}
          className="w-full max-w-md"
        >
          <Input ref={about} id="bukti-keterangan" name="about" maxLength={300} autoComplete="off" />
        </Field>
      </UploadBox>
      <UploadRows shown={shown} uploads={uploads} />
      <Unfinished list={part.unfinished.filter(one => shown.every(({ uploadId }) => uploadId !== one.id))} />
    </div>
  )
}

function AskForm({ cardId, commandId, answer }: Omit<BuktiSectionProps, 'part'>) {
  const words = useAllWords()
  const fetcher = useFetcher<DeedAnswer>()
  const told = answerTo(fetcher.data, answer, { maksud: 'ajukan' })
  return (
    <fetcher.Form
      method="post"
      action={`/tindak-lanjut/${cardId}/bukti`}
      className="screen-only grid justify-items-start gap-2"
    >
      <input type="hidden" name="maksud" value="ajukan" />
      <CommandId base={commandId} done={doneOf(fetcher.data)} />
      <DeedErrors answer={told} />
      <Button
        type="submit"
        busy={fetcher.state !== 'idle'}
        className="w-full sm:w-auto"
        {...describe('bukti-ajukan', { help: true })}
      >
        <Hourglass aria-hidden />
        {words.t('bukti.ask')}
      </Button>
      <p id="bukti-ajukan-help" className="text-sm text-ink-2">
        {words.t('bukti.ask.help')}
      </p>
    </fetcher.Form>
  )
}

/** Bukti dukung of a card: what there is, what was said to it, and ways to hand in more. */
export function BuktiSection(props: BuktiSectionProps) {
  const words = useAllWords()
  const { cardId, part } = props
  const { evidence, returned } = part
  const standing = evidence.filter(({ state }) => state !== 'ditarik')
  const accepted = standing.filter(({ state }) => state === 'diterima').length
  return (
    <Card as="section" id="bukti" aria-labelledby="bukti-judul" className="scroll-mt-20">
      <CardHead
        id="bukti-judul"
        title={words.t('bukti.title')}
        end={
          standing.length > 0 && (
            <span className="text-sm text-ink-2">
              {words.t('bukti.count', { accepted, n: standing.length })}
            </span>
          )
        }
      />
      <div className="grid gap-4 px-4 py-4 sm:px-5">
        <FormOutcome />
        {returned && (
          <Notice tone="warn" icon={Undo2}>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">
              {words.t('bukti.returned', { name: returned.decidedBy ?? '', note: returned.note })}
            </p>
            {part.mayAdd && <p className="font-normal">{words.t('bukti.returned.help')}</p>}
          </Notice>
        )}
        {evidence.length > 0 ? (
          <ul className="divide-y divide-line">
            {evidence.map(one => (
              <EvidenceItem key={one.id} evidence={one} {...props} />
            ))}
          </ul>
        ) : (
          <Empty
            compact
            icon={FileCheck2}
            title={words.t('bukti.empty')}
            help={words.t('bukti.empty.help')}
          />
        )}
        {/* Who judges it asks nobody. */}
        {part.mayAsk && !part.mayJudge && <AskForm {...props} />}
        {part.mayAdd && (
          <>
            <FileBox cardId={cardId} part={part} />
            <LinkForm {...props} />
          </>
        )}
      </div>
    </Card>
  )
}
