import type { MailWords } from '@mufakat/i18n'
import type { MailData, MailTemplate } from './catalogue'

/** What a letter says, before it has a form. */
export interface Letter {
  readonly subject: string
  readonly name: string
  readonly paragraphs: readonly string[]
  /** Lines of one block after them, such as day, hour and place. */
  readonly facts?: readonly string[]
  /** What the letter tells of, each with its lines and where it can be looked at. */
  readonly sections?: readonly {
    readonly title: string
    readonly link: string
    readonly lines: readonly string[]
  }[]
  readonly action: { readonly label: string; readonly link: string; readonly note: string } | null
  /** After the action: what to do when it was not oneself. */
  readonly closing: readonly string[]
}

export type Author<T extends MailTemplate> = (words: MailWords, data: MailData<T>) => Letter
