import type { surelId } from './surel.id'

export const surelEn: Readonly<Record<keyof typeof surelId, string>> = {
  'surel.title': 'Mail',
  'surel.lead': 'The server that sends invitations, password links and notices.',
  'surel.way': 'Way of mail',
  'surel.outbox': 'Keep on the server only',
  'surel.outbox.note':
    'Letters become files in the folder outbox and reach nobody. Links of invitations are copied from the page People.',
  'surel.smtp': 'Send through a mail server (SMTP)',
  'surel.host': 'Server',
  'surel.host.help': 'Such as smtp.contoh.go.id.',
  'surel.port': 'Port',
  'surel.tls': 'Encryption',
  'surel.tls.starttls': 'STARTTLS (usually port 587)',
  'surel.tls.tls': 'TLS (usually port 465)',
  'surel.tls.none': 'None (within one machine only)',
  'surel.user': 'User name',
  'surel.password': 'Password',
  'surel.password.kept': 'Stored under seal. Leave empty to go on with it.',
  'surel.from': 'Address of the sender',
  'surel.from-name': 'Name of the sender',
  'surel.reply-to': 'Address for answers',
  'surel.environment':
    'The mail server has been set by who runs the server (SMTP_HOST = {host}), so it is not changed here.',
  'surel.saved': 'The mail settings are saved. Send a test message to be sure.',
  'surel.test': 'Test message',
  'surel.test.lead': 'Sent with the settings that are saved.',
  'surel.test.to': 'Send to',
  'surel.test.send': 'Send test message',
  'surel.test.waiting': 'The test message is on its way …',
  'surel.test.sent': 'The mail server took the test message on {at}. Look into the inbox, and into spam.',
  'surel.test.kept':
    'The test message was written to the folder outbox on {at}. It does not leave this machine.',
  'surel.test.failed': 'The test message was not sent.',
  'surel.test.reason': 'The mail server says: {reason}',
  'surel.step.next': 'Go on',
}
