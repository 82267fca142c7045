import {
  catalogueFor,
  createWords,
  kabarTexts,
  type NoticeWords,
  noticeLine,
  noticeTitle,
} from '@mufakat/i18n'
import type { NoticeGroup, NoticeView } from '@mufakat/services'
import { type AppLoadContext, localeOfSession } from '~/request/context.server'
import { localeOf } from '~/request/locale.server'

/** A notice as the inbox shows it: what it says stands ready, so that no page carries every sentence. */
export interface ToldNotice extends Pick<NoticeView, 'id' | 'kind' | 'at' | 'isRead' | 'link'> {
  readonly text: string
}

export interface ToldGroup extends Omit<NoticeGroup, 'notices' | 'triwulan'> {
  readonly notices: readonly ToldNotice[]
}

const localeFor = (request: Request, context: AppLoadContext) =>
  localeOf(request.headers, localeOfSession(context))

export const textsOf = (request: Request, context: AppLoadContext) => kabarTexts(localeFor(request, context))

/** Puts notices into sentences, in the language of their reader. */
export function told(request: Request, context: AppLoadContext, groups: readonly NoticeGroup[]): ToldGroup[] {
  const locale = localeFor(request, context)
  const all = createWords(locale, catalogueFor(locale), context.zone)
  const words: NoticeWords = {
    t: (key, params) => all.lookup(key, key, params),
    date: day => all.date(day),
  }
  return groups.map(({ title, triwulan, notices, ...group }) => ({
    ...group,
    title: title === null ? null : noticeTitle(words, { title, triwulan }),
    notices: notices.map(({ id, kind, at, isRead, link, ...rest }) => ({
      ...{ id, kind, at, isRead, link },
      text: noticeLine(words, { kind, ...rest }),
    })),
  }))
}
