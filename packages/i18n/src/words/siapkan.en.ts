import type { siapkanId } from './siapkan.id'

export const siapkanEn: Record<keyof typeof siapkanId, string> = {
  'siapkan.title': 'Setting up Mufakat',
  'siapkan.optional': 'may be empty',
  'siapkan.admin.step': 'First step',
  'siapkan.admin.title': 'Make the first admin account',
  'siapkan.admin.lead':
    'This account administers everything and invites the others. Once it is made, this link opens nothing more.',
  'siapkan.admin.name': 'Full name with titles',
  'siapkan.admin.password.help':
    'At least {n} characters. A sentence that only you know is better than signs.',
  'siapkan.admin.repeated': 'Repeat the password',
  'siapkan.admin.submit': 'Make the account and go on',
  'siapkan.void.title': 'This link opens nothing',
  'siapkan.void.used': 'If the first admin has been made, sign in with that account to go on setting up.',
  'siapkan.void.restart':
    'If not, restart Mufakat on the server: a new link is printed before the line “Siap”, and the old one is void.',

  'siapkan.steps': 'Steps of setting up',
  'siapkan.step.daerah': 'Regency',
  'siapkan.step.wilayah': 'Regions',
  'siapkan.step.kop': 'Letterhead',
  'siapkan.step.waktu': 'Time',
  'siapkan.step.acuan': 'References',
  'siapkan.step.surel': 'Mail',
  'siapkan.next': 'Save and go on',
  'siapkan.skip': 'Pass over',
  'siapkan.later': 'All of this can be changed at any time in Settings.',
  'siapkan.done': 'done',
  'siapkan.current': 'now',
  'siapkan.todo': 'to do',
  'siapkan.finished.title': 'Mufakat is ready',
  'siapkan.finished.lead': 'What was passed over can be filled in at any time in Settings.',
  'siapkan.finish': 'Finish, go to Home',
  'siapkan.count': 'Step {at} of {of}',

  'field.email': 'Write the whole e-mail address.',
  'field.nip': 'A NIP has 18 digits and begins with the date of birth.',
  'field.region-code': 'Write the code of the Ministry of Home Affairs, such as 17.06.',
  'field.password.too-short': 'At least 12 characters.',
  'field.password.too-long': 'The password is too long.',
  'field.password.common': 'This password is easily guessed. Take a sentence that only you know.',
  'field.password.own': 'Do not use your own name, e-mail or NIP.',
  'field.password.differs': 'Not the same as the password above.',
}
