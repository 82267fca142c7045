import type { doorId } from './door.id'

export const doorEn: Record<keyof typeof doorId, string> = {
  'masuk.kode.title': 'Second step',
  'masuk.kode.lead': 'Your password is right. Show one more thing that it is you.',
  'masuk.kode.code': 'Code',
  'masuk.kode.help': 'Six digits from your authenticator app, or one recovery code.',
  'masuk.kode.submit': 'Continue',
  'masuk.kode.page': 'Open the sign-in page',

  'passkey.add': 'Add a passkey',

  'profil.factors': 'Account security',

  'error.wrong-code': 'The code does not fit or was used. Wait for the next one, then try again.',
  'error.sign-in-lately': 'For safety, sign out and in once more before you change this.',
  'error.use-provider':
    'This account signs in through an identity provider. Use its button on the sign-in page.',
}
