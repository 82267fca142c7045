import type { Pointed } from '@mufakat/doc-model'
import { NotulaEditor, type NotulaEditorProps } from '@mufakat/editor'
import type { Words } from '@mufakat/i18n'
import type { RemarkList } from '@mufakat/services'
import { classes, Dialog, useToast } from '@mufakat/ui'
import { useCallback, useMemo, useState } from 'react'
import { WordsProvider } from '~/frame/words'
import { RemarkForm, type TypedRemark } from './remark-form'
import { RemarksPanel } from './remarks-panel'
import { useRemarks } from './use-remarks'

type RemarksDeskProps = Omit<NotulaEditorProps, 'remarks'> & {
  words: Words
  /** As the page came with them; null: they are not for who is here. */
  remarks: RemarkList | null
}

/** Begins a remark on these words, with what was typed on them before. */
interface Draft {
  readonly place: Pointed
  readonly typed: TypedRemark
}

const draftOf = (place: Pointed): Draft => ({
  place,
  typed: { kind: 'komentar', body: '', proposal: place.quote },
})

/** The live text with what stands beside it, which is asked for anew whenever the line tells of a change. */
export function RemarksDesk({ remarks, ...props }: RemarksDeskProps) {
  const { words, rapatId } = props
  const toast = useToast()
  const [list, noted] = useRemarks(rapatId, remarks)
  const action = `/rapat/${rapatId}/komentar`
  const [draft, setDraft] = useState<Draft | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const point = useCallback((place: Pointed) => {
    // What was typed and not saved is still there, on the words it is for.
    setDraft(now =>
      now && now.typed.body !== '' ? { ...now, place: keptPlace(now, place) } : draftOf(place),
    )
    setOpen(true)
  }, [])
  const saved = useCallback(() => {
    setOpen(false)
    setDraft(null)
    toast({ text: words.t('komentar.saved') })
    noted()
  }, [noted, toast, words])
  const open = useMemo(
    () =>
      (list?.remarks ?? [])
        .filter(({ state }) => state === 'terbuka')
        .map(({ id, kind, anchor }) => ({ id, kind, anchor })),
    [list],
  )
  const show = useCallback((id: string) => {
    setShown(id)
    const card = document.getElementById(`komentar-${id}`)
    card?.scrollIntoView({ block: 'nearest' })
    card?.focus({ preventScroll: true })
  }, [])
  if (list === null) return <NotulaEditor {...props} />
  const names = [...props.opds.map(opd => opd.shortName), ...props.people.map(person => person.name)]
  return (
    <WordsProvider words={words}>
      <div className={classes('grid gap-6', list.remarks.length > 0 && 'xl:grid-cols-[minmax(0,1fr)_20rem]')}>
        <NotulaEditor
          {...props}
          remarks={{ list: open, point: list.mayWrite ? point : null, open: show, noted }}
        />
        <RemarksPanel remarks={list.remarks} action={action} shown={shown} />
      </div>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={words.t('komentar.form.title')}
        closeLabel={words.t('action.cancel')}
      >
        {draft && (
          <RemarkForm
            action={action}
            place={draft.place}
            typed={draft.typed}
            names={names}
            onTyped={typed => setDraft(now => now && { ...now, typed })}
            onSaved={saved}
          />
        )}
      </Dialog>
    </WordsProvider>
  )
}

/** A remark goes to the words chosen last; a suggestion stays with the words it rewords. */
const keptPlace = (draft: Draft, place: Pointed): Pointed =>
  draft.typed.kind === 'komentar' ? place : draft.place
