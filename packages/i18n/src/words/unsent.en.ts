import type { unsentId } from './unsent.id'

export const unsentEn: Record<keyof typeof unsentId, string> = {
  'unsent.title': 'Text that was not sent',
  'unsent.empty': 'No text was left behind',
  'unsent.empty.help': 'Text that did not reach the server appears here, on the device where you wrote it.',
  'unsent.see': 'Show',
  'unsent.safe': '{n} unsent {n|change is|changes are} safe on this device, sign in to read.',
  'unsent.safe.signed-in': '{n} unsent {n|change is|changes are} safe on this device.',
}
