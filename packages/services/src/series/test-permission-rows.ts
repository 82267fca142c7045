import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import * as series from './index'

type Call = (ctx: ServiceContext, actor: Actor | null, rapatId: string) => Promise<unknown>

const IN = 'not-signed-in'
const READERS = [IN, 'yyyyyf', 'yyyyyf'] as const
/** Read, or begun, by everybody but a tamu, if what it is about were there. */
const READERS_MISS = [IN, 'nnnnnf', 'nnnnnf'] as const
const MAKERS = [IN, 'yyffff', 'yyffff'] as const
const MAKERS_MISS = [IN, 'nnffff', 'nnffff'] as const
/** Of a rapat: who may not see it is told that it is not there. */
const ORGANISERS_MISS = [IN, 'nnffff', 'nnfnnn'] as const

const anySeries = () =>
  series.seriesInput.parse({
    name: 'Rakor',
    cadence: 'triwulan',
    dates: [],
    title: 'Rakor [triwulan]',
    plannedMinutes: 180,
    startTime: '09:00',
    place: 'Aula',
    chair: null,
    notulis: null,
    opdIds: [],
    guests: [],
    agenda: [],
  })
const topic = () => ({ seriesId: newId(), title: 'Topik', reason: 'Perlu', minutes: null, opdId: null })

/** For the table of `permissions.pg.test.ts`: series, proposed topics and postponing. */
export const seriesRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  listSeries: { call: (c, a) => series.listSeries(c, a), answers: READERS },
  listProposals: { call: (c, a) => series.listProposals(c, a), answers: READERS },
  proposalsAtHand: { call: (c, a) => series.proposalsAtHand(c, a), answers: READERS },
  getSeries: { call: (c, a) => series.getSeries(c, a, newId()), answers: READERS_MISS },
  seriesChoices: { call: (c, a) => series.seriesChoices(c, a), answers: MAKERS },
  jabatanChoices: { call: (c, a) => series.jabatanChoices(c, a), answers: MAKERS },
  addSeries: { call: (c, a) => series.addSeries(c, a, anySeries()), answers: MAKERS },
  editSeries: {
    call: (c, a) => series.editSeries(c, a, { ...anySeries(), seriesId: newId(), active: true, revision: 1 }),
    answers: MAKERS_MISS,
  },
  openNextRapat: {
    call: (c, a) => series.openNextRapat(c, a, { seriesId: newId(), latestId: null }),
    answers: MAKERS_MISS,
  },
  proposalForm: { call: (c, a) => series.proposalForm(c, a, newId()), answers: READERS_MISS },
  proposeTopic: { call: (c, a) => series.proposeTopic(c, a, topic()), answers: READERS_MISS },
  decideProposal: {
    call: (c, a) => series.decideProposal(c, a, { decision: 'accepted', proposalId: newId() }),
    answers: MAKERS_MISS,
  },
  withdrawProposal: { call: (c, a) => series.withdrawProposal(c, a, newId()), answers: READERS_MISS },
  agendaNotes: {
    call: (c, a, id) => series.agendaNotes(c, a, id),
    answers: [IN, 'yyyyyy', 'yyynnn'],
  },
  postponeItem: {
    // It is part of no series: who may, is told so.
    call: (c, a, rapatId) => series.postponeItem(c, a, { rapatId, itemId: 'x', reason: 'Waktu habis' }),
    answers: [IN, 'ccffff', 'ccfnnn'],
  },
  resumeItem: {
    call: (c, a, rapatId) => series.resumeItem(c, a, { rapatId, itemId: 'x' }),
    answers: ORGANISERS_MISS,
  },
  tenggatForm: {
    call: (c, a, rapatId) => series.tenggatForm(c, a, { rapatId, lineId: 'x' }),
    answers: ORGANISERS_MISS,
  },
  postponeTindakLanjut: {
    call: (c, a, rapatId) =>
      series.postponeTindakLanjut(c, a, {
        rapatId,
        lineId: 'x',
        to: '2027-01-01',
        reason: 'Cuaca',
        duringRapatId: null,
      }),
    answers: ORGANISERS_MISS,
  },
}

/** What asks for no actor, and why. */
export const seriesWithoutActor: readonly (readonly [string, string])[] = [
  ['carriedTindakLanjut', 'part of what seals a rapat, in its transaction'],
]
