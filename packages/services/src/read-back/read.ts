import { type AnswerRow, listAnswers, listOpdRows, type OpdRow } from '@mufakat/db'
import { lineText } from '@mufakat/doc-model'
import { type Actor, may, readBackLoad, takesAnswers } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { personRefs } from '../people'
import { rapatFor, subjectOf } from '../rapat-access'
import { todayOf } from '../settings/today'
import type { OpdRef, PersonRef } from '../views'
import { ownersOf, speaksFor } from './owners'
import { type Standing, standingNow } from './standing'
import type { AcceptanceView, AnswerView, CounterView, ReadBack, ReadBackTindakLanjut } from './views'

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex')

const refOf = (opds: readonly OpdRow[], id: string | null): OpdRef | null => {
  const found = opds.find(opd => opd.id === id)
  return found ? { id: found.id, shortName: found.shortName, name: found.name } : null
}

/** What was decided, as it is read back, with what its owners have said. */
export async function readBack(ctx: ServiceContext, actor: Actor | null, rapatId: string): Promise<ReadBack> {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'notula.read', rapatId)
  const subject = subjectOf(rapat)
  const [{ content, tindakLanjut }, answers, opds] = await Promise.all([
    standingNow(db, rapat.documentId),
    listAnswers(db, rapatId),
    listOpdRows(db),
  ])
  const people = await personRefs(
    db,
    answers.map(answer => answer.personId),
    rapat.date ?? (await todayOf(ctx)),
  )
  const isOpen = takesAnswers(rapat).ok
  const mayDecide = isOpen && may(actor, 'usulan.decide', subject)
  const viewOf = (standing: Standing): ReadBackTindakLanjut => {
    const { lineId, commitment, hash } = standing
    const said = answers.filter(answer => answer.lineId === lineId)
    const acceptances = said
      .filter(answer => answer.kind === 'diterima')
      .map(
        (answer): AcceptanceView => ({
          ...answerView(answer, opds, people),
          hash: hex(answer.hash),
          holds: hex(answer.hash) === hash,
        }),
      )
    const owned = { ...subject, ownerOpdIds: ownersOf(opds, commitment.ownerOpdId) }
    return {
      lineId,
      text: commitment.text,
      owner: refOf(opds, commitment.ownerOpdId),
      jabatan: commitment.jabatan,
      tenggat: commitment.tenggat,
      priority: commitment.priority,
      strategy: commitment.strategy,
      hash,
      acceptances,
      counters: said.flatMap(answer => counterView(answer, opds, people, mayDecide)),
      isAccepted: acceptances.some(({ holds }) => holds),
      mayAnswer: isOpen && commitment.ownerOpdId !== null && may(actor, 'tindak-lanjut.answer', owned),
      forOthers: actor !== null && !speaksFor(actor, owned),
    }
  }
  const views = tindakLanjut.map(viewOf)
  return {
    items: content.items
      .map(({ id, title, lines }) => ({
        itemId: id,
        title,
        keputusan: lines
          .filter(line => line.kind === 'keputusan')
          .map(line => ({ lineId: line.id, text: lineText(line) })),
        tindakLanjut: views.filter((_, at) => tindakLanjut[at]?.itemId === id),
      }))
      .filter(item => item.keputusan.length + item.tindakLanjut.length > 0),
    load: readBackLoad(
      views.map(({ owner, isAccepted, counters }) => ({
        hasOwner: owner !== null,
        isAccepted,
        isCountered: counters.some(({ state }) => state === 'terbuka'),
      })),
    ),
    isOpen,
  }
}

function answerView(
  answer: AnswerRow,
  opds: readonly OpdRow[],
  people: ReadonlyMap<string, PersonRef>,
): AnswerView {
  const { id, saidBy, at } = answer
  return {
    ...{ id, saidBy, at },
    opd: defined(refOf(opds, answer.opdId), 'OPD of an answer'),
    person: defined(people.get(answer.personId), 'who answered'),
  }
}

function counterView(
  answer: AnswerRow,
  opds: readonly OpdRow[],
  people: ReadonlyMap<string, PersonRef>,
  mayDecide: boolean,
): CounterView[] {
  if (answer.state === null) return []
  return [
    {
      ...answerView(answer, opds, people),
      text: answer.offeredText,
      owner: refOf(opds, answer.offeredOpdId),
      tenggat: answer.offeredTenggat,
      reason: answer.reason,
      state: answer.state,
      note: answer.note,
      mayDecide: mayDecide && answer.state === 'terbuka',
    },
  ]
}
