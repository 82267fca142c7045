import type { notulaId } from './notula.id'

export const notulaEn: Record<keyof typeof notulaId, string> = {
  'notula.item': 'Item {n}',
  'notula.item.untitled': '(untitled)',
  'notula.minutes': '{n} {n|minute|minutes}',
  'notula.total': '{total} in all',
  'notula.keputusan': 'Decision',
  'notula.tindak-lanjut': 'Follow-up',
  'notula.owner': 'Responsible: {name}',
  'notula.owner.none': 'Nobody responsible yet',
  'notula.tenggat': 'Due {date}',
  'notula.tenggat.none': 'No deadline',
  'notula.gambar': 'Picture',
  'notula.batas-halaman': 'Page break',
  'notula.unknown': 'Content of a newer version ({kind})',
  'notula.empty': 'The text is still empty',
  'notula.empty.help': 'The agenda and the minutes written together appear here.',
  'notula.read-only.diajukan': 'The minutes are submitted; only the minute-taker can write.',
  'notula.read-only.disahkan': 'The minutes are ratified and do not change any more.',
  'notula.read-only.dibatalkan': 'The meeting is cancelled; the minutes can only be read.',
  'notula.some-items': 'You may write in these agenda items: {items}. The others are for reading.',
  'notula.read-only': 'You can read this text.',
}
