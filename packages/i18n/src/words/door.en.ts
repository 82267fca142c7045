import type { doorId } from './door.id'

export const doorEn: Record<keyof typeof doorId, string> = {
  'masuk.kode.title': 'Second step',
  'masuk.kode.lead': 'Your password is right. Show one more thing that it is you.',
  'masuk.kode.code': 'Code',
  'masuk.kode.help': 'Six digits from your authenticator app, or one recovery code.',
  'masuk.kode.recovery-only': 'Without your passkey at hand, use one recovery code.',
  'masuk.kode.submit': 'Continue',
  'masuk.kode.over': 'The time for the second step is over. Sign in once more.',
  'masuk.kode.lost': 'Neither device nor recovery codes? An admin can remove your second step.',
  'masuk.kode.again': 'Sign in as somebody else',
  'masuk.kode.page': 'Open the sign-in page',

  'passkey.use': 'Use a passkey',
  'passkey.sign-in': 'Sign in with a passkey',
  'passkey.wait': 'Waiting for the device…',
  'passkey.cancelled': 'Cancelled, or this device has no passkey that fits.',
  'passkey.unsupported': 'This browser does not support passkeys.',
  'passkey.refused': 'The passkey is not known. Try again, or sign in with your password.',
  'passkey.needs-script': 'Passkeys need JavaScript in this browser.',
  'passkey.add': 'Add a passkey',
  'passkey.add.lead':
    'Fingerprint, face or PIN of your device take the place of codes. The key stays on the device; the server keeps only its counterpart.',
  'passkey.name': 'Name',
  'passkey.name.help': 'So that you know it later, such as “Office phone”.',
  'passkey.exists': 'This device is registered already.',

  'profil.factors': 'Account security',
  'profil.factors.open': 'Set up',
  'profil.factors.lead': 'Authenticator app, passkeys and recovery codes.',

  'masuk.sso.or': 'or',
  'masuk.sso.submit': 'Sign in with {name}',
  'masuk.sso.cancelled': 'Signing in through {name} was cancelled.',
  'masuk.sso.expired': 'It took too long, or that answer was used already. Begin once more.',
  'masuk.sso.mismatch': 'The answer of {name} does not fit a request of this browser. Begin once more.',
  'masuk.sso.unavailable': '{name} cannot be reached or answered wrongly. Try again later.',
  'masuk.sso.unknown-person': 'Your {name} account has no account here yet. Ask the secretariat.',
  'masuk.sso.unverified': '{name} has not verified your e-mail or NIP. Ask its administrator.',
  'masuk.sso.no-role': 'Your groups at {name} have no role here yet. Ask an admin.',
  'masuk.sso.closed': 'Your account here is not active. Ask an admin.',

  'error.wrong-code': 'The code does not fit or was used. Wait for the next one, then try again.',
  'error.sign-in-lately': 'For safety, sign out and in once more before you change this.',
  'error.use-provider':
    'This account signs in through an identity provider. Use its button on the sign-in page.',
}
