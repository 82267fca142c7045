import { type Actor, NO_FILTER } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import * as services from '../index'

type Call = (ctx: services.ServiceContext, actor: Actor | null, rapatId: string) => Promise<unknown>
type Rows = Record<string, { call: Call; answers: readonly [string, string, string] }>

const IN = 'not-signed-in'
const READERS = [IN, 'yyyyyf', 'yyyyyf'] as const
/** Nobody has this card: who may, is told so. */
const NOBODYS = [IN, 'nnnnnn', 'nnnnnn'] as const
const START = { ...NO_FILTER, only: null, after: null }
const VIEW = { name: 'Terlambat', view: 'papan', query: 'terlambat=ya', shared: 'opd' } as const
const PASTED: services.PasteInput = {
  sheet: { head: [], rows: [{ line: 1, cells: ['Menyusun', 'tidak ada'] }] },
  columns: ['title', 'opd'],
}
const about = () => ({ commandId: newId(), cardId: newId() })

/** For the table of `permissions.pg.test.ts`. */
export const cardRows: Rows = {
  readBoard: { call: (c, a) => services.readBoard(c, a), answers: READERS },
  boardStart: { call: (c, a) => services.boardStart(c, a, START), answers: READERS },
  cardTable: {
    call: (c, a) =>
      services.cardTable(c, a, { filter: NO_FILTER, sort: 'papan', isDown: false, group: null, page: 1 }),
    answers: READERS,
  },
  savedFilters: { call: (c, a) => services.savedFilters(c, a), answers: READERS },
  savedFilter: { call: (c, a) => services.savedFilter(c, a, newId()), answers: [IN, 'nnnnnf', 'nnnnnf'] },
  saveFilter: { call: (c, a) => services.saveFilter(c, a, VIEW), answers: READERS },
  removeSavedFilter: {
    call: (c, a) => services.removeSavedFilter(c, a, newId()),
    answers: [IN, 'nnnnnf', 'nnnnnf'],
  },
  readPaste: {
    call: (c, a) => services.readPaste(c, a, { text: 'Judul\tOPD\nA\tB', hasHead: true }),
    answers: READERS,
  },
  reviewPaste: { call: (c, a) => services.reviewPaste(c, a, PASTED), answers: READERS },
  // None of its rows fits, and the mark is of another table: who may, is told so.
  importPaste: {
    call: (c, a) => services.importPaste(c, a, { ...PASTED, mark: '' }),
    answers: [IN, 'cccccf', 'cccccf'],
  },
  cardCalendar: {
    call: (c, a) => services.cardCalendar(c, a, { filter: NO_FILTER, month: '2026-11' }),
    answers: READERS,
  },
  exportCards: {
    call: (c, a) =>
      services.exportCards(c, a, { filter: NO_FILTER, sort: 'papan', isDown: false, group: null }),
    answers: READERS,
  },
  // Nobody has this card: it is named among what was not changed.
  changeCards: {
    call: (c, a) =>
      services.changeCards(c, a, {
        ...{ commandId: newId(), field: 'status', value: 'berjalan', reason: '' },
        cards: [{ id: newId(), from: 'belum' }],
      }),
    answers: READERS,
  },
  boardScope: { call: (c, a) => services.boardScope(c, a), answers: READERS },
  // As the notula itself.
  workOfNotula: {
    call: (c, a, id) => services.workOfNotula(c, a, id),
    answers: [IN, 'yyyyyy', 'yyynnn'],
  },
  evidenceOf: { call: (c, a) => services.evidenceOf(c, a, newId()), answers: NOBODYS },
  moveCard: {
    call: (c, a) => services.moveCard(c, a, { ...about(), status: 'belum', place: { end: 'last' } }),
    answers: NOBODYS,
  },
  addEvidence: {
    call: (c, a) => services.addEvidence(c, a, { ...about(), title: 'Foto', url: 'https://contoh.go.id/a' }),
    answers: NOBODYS,
  },
  followingOfCard: { call: (c, a) => services.followingOfCard(c, a, newId()), answers: NOBODYS },
  followCard: {
    call: (c, a) => services.followCard(c, a, { cardId: newId(), following: 'ikut' }),
    answers: NOBODYS,
  },
  evidencePart: { call: (c, a) => services.evidencePart(c, a, newId()), answers: NOBODYS },
  commentPart: { call: (c, a) => services.commentPart(c, a, newId()), answers: NOBODYS },
  askVerification: { call: (c, a) => services.askVerification(c, a, about()), answers: NOBODYS },
  withdrawEvidence: {
    call: (c, a) => services.withdrawEvidence(c, a, { ...about(), evidenceId: newId() }),
    answers: NOBODYS,
  },
  addComment: { call: (c, a) => services.addComment(c, a, { ...about(), body: 'Siap' }), answers: NOBODYS },
  editComment: {
    call: (c, a) => services.editComment(c, a, { ...about(), commentId: newId(), body: 'Siap' }),
    answers: NOBODYS,
  },
  settleComment: {
    call: (c, a) => services.settleComment(c, a, { ...about(), commentId: newId(), deed: 'selesai' }),
    answers: NOBODYS,
  },
  judgeEvidence: {
    call: (c, a) =>
      services.judgeEvidence(c, a, { ...about(), evidenceId: newId(), state: 'diterima', note: '' }),
    answers: NOBODYS,
  },
  openCard: { call: (c, a) => services.openCard(c, a, newId()), answers: NOBODYS },
  cardActivity: {
    call: (c, a) => services.cardActivity(c, a, { cardId: newId(), before: 1 }),
    answers: NOBODYS,
  },
  editCard: {
    call: (c, a) => services.editCard(c, a, { ...about(), change: { progress: { from: 0, to: 40 } } }),
    answers: NOBODYS,
  },
  postponeCard: {
    call: (c, a) =>
      services.postponeCard(c, a, { ...about(), from: null, to: '2027-01-10', reason: 'Cuaca' }),
    answers: NOBODYS,
  },
  handOverCard: {
    call: (c, a) =>
      services.handOverCard(c, a, { ...about(), from: null, ownerOpdId: newId(), reason: 'Bidangnya' }),
    answers: NOBODYS,
  },
  changeSubtask: {
    call: (c, a) => services.changeSubtask(c, a, { ...about(), did: 'added', title: 'Foto' }),
    answers: NOBODYS,
  },
  supportCard: {
    call: (c, a) => services.supportCard(c, a, { ...about(), from: [], to: [newId()] }),
    answers: NOBODYS,
  },
  contributionPart: { call: (c, a) => services.contributionPart(c, a, newId()), answers: NOBODYS },
  setContribution: {
    call: (c, a) =>
      services.setContribution(c, a, {
        ...about(),
        indicatorId: newId(),
        from: null,
        to: { quantity: 40, regionCode: '' },
      }),
    answers: NOBODYS,
  },
  removeContribution: {
    call: (c, a) => services.removeContribution(c, a, { ...about(), indicatorId: newId() }),
    answers: NOBODYS,
  },
  removeCard: { call: (c, a) => services.removeCard(c, a, about()), answers: NOBODYS },
  restoreCard: { call: (c, a) => services.restoreCard(c, a, about()), answers: NOBODYS },
  repeatCard: {
    call: (c, a) => services.repeatCard(c, a, { ...about(), every: 'bulan', day: 1 }),
    answers: NOBODYS,
  },
  addCard: {
    // For an OPD that is no one's: who may add for any, is told that there is none.
    call: (c, a) =>
      services.addCard(c, a, {
        commandId: newId(),
        title: 'Menyusun rencana',
        ownerOpdId: newId(),
        due: null,
        priority: null,
        strategy: null,
        status: 'belum',
        place: { end: 'first' },
      }),
    answers: [IN, 'xxxfff', 'xxxfff'],
  },
}

export const cardsWithoutActor = [
  ['readableCard', 'asked by a socket that has somebody, whose scope it asks for'],
  ['makeCopies', 'worker, by the clock'],
  ['boardRevision', 'a number'],
  ['changesWithin', 'a part of them'],
  ['changesSince', 'read for all who listen, and told to each by their scope'],
] as const
