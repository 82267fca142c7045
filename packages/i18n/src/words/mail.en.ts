import { kabarLineEn } from './kabar-line.en'
import type { MailKey } from './mail.id'

export const mailEn: Readonly<Record<MailKey, string>> = {
  ...kabarLineEn,
  'mail.hello': 'Dear {name},',
  'mail.link': 'If the button does not open, copy this address into your browser:',
  'mail.automatic':
    'This message was sent automatically by Mufakat, the meeting portal of {regency}. Please do not reply.',
  'mail.automatic.plain': 'This message was sent automatically by Mufakat. Please do not reply.',
  'mail.expires': 'This link is valid until {at} and works only once.',

  'mail.invitation.subject': 'Your Mufakat account',
  'mail.invitation.body': 'A Mufakat account was made for you. Choose a password to begin using it.',
  'mail.invitation.by': '{invitedBy} invites you to Mufakat. Choose a password to begin using your account.',
  'mail.invitation.action': 'Accept the invitation',
  'mail.invitation.ignore': 'If this invitation means nothing to you, simply ignore this message.',

  'mail.password-reset.subject': 'Reset your Mufakat password',
  'mail.password-reset.body': 'Somebody asked to reset the password of your Mufakat account.',
  'mail.password-reset.action': 'Reset password',
  'mail.password-reset.ignore': 'If it was not you, ignore this message; your password has not changed.',

  'mail.email-change-confirm.subject': 'Confirm your new e-mail address',
  'mail.email-change-confirm.body':
    'This address is to become the e-mail address of your Mufakat account. It does once you confirm it.',
  'mail.email-change-confirm.action': 'Confirm this address',
  'mail.email-change-confirm.ignore': 'If it was not you who asked, ignore this message; nothing changes.',

  'mail.email-change-notice.subject': 'Change of your Mufakat e-mail address',
  'mail.email-change-notice.body':
    'On {at} the e-mail address of your Mufakat account was changed to {newEmail}.',
  'mail.email-change-notice.action': 'Take my address back',
  'mail.email-change-notice.ignore':
    'If you changed it yourself, ignore this message. If not, this link brings the old address back, signs all devices out and asks for a new password.',
  'mail.security.not-you':
    'If it was not you, tell the Mufakat admin of your office at once and change your password.',

  'mail.notices.subject': 'Mufakat notices: {first}',
  'mail.notices.subject.more': 'Mufakat notices: {first} and {n} more',
  'mail.notices.digest': 'What you were told and have not read.',
  'mail.notices.instant': 'There is something new for you.',
  'mail.notices.more': 'There are {n} more notices in Mufakat.',
  'mail.notices.action': 'Open notices',
  'mail.notices.note': 'To open them, sign in first.',
  'mail.notices.settings': 'How and when this e-mail comes is set in Mufakat: Profile → Notices.',
  'mail.mention.subject': 'You were mentioned in a remark',
  'mail.mention.body': '{by} mentioned you in a remark on the minutes of “{rapat}”.',
  'mail.mention.action': 'Open the remark',
  'mail.mention.note': 'The remark itself can be read after signing in only.',
  'mail.guest-link.subject': 'Invitation as a guest of a meeting',
  'mail.guest-link.body':
    'You are invited as a guest to {rapat}. Its agenda and minutes can be opened in Mufakat.',
  'mail.guest-link.action': 'Open the meeting',
  'mail.guest-link.expires': 'This link works until {at}, as often as you like.',
  'mail.guest-link.own':
    'This link is yours alone: whoever opens it comes in under your name. Please do not pass it on.',

  'mail.notula.action': 'Open the minutes',
  'mail.notula.sign-in': 'You are asked to sign in first if you have not.',
  'mail.notula-submitted.subject': 'Minutes wait for your review',
  'mail.notula-submitted.body':
    'The minutes of {rapat} were submitted to you as chair. Look at them, then ratify them or send them back with a note.',
  'mail.notula-returned.subject': 'Minutes sent back',
  'mail.notula-returned.body': 'The minutes of {rapat} were sent back to you to be mended.',
  'mail.notula-returned.note': 'Note: {note}',
  'mail.notula-ratified.subject': 'Minutes ratified',
  'mail.notula-ratified.body':
    'The minutes of {rapat} were ratified by chair and minute-taker. Their text no longer changes; decisions and follow-up actions hold as they stand.',
  'mail.notula-ratified.code': 'Code for checking: {code}.',
  'mail.report-returned.subject': 'Quarterly report returned',
  'mail.report-returned.body':
    'The report of {opd} for quarter {quarter} {year} was returned to be mended and sent again.',
  'mail.report.action': 'Open the report',
  'mail.koreksi.action': 'Open the correction',
  'mail.koreksi-submitted.subject': 'A correction of minutes waits for your approval',
  'mail.koreksi-submitted.body':
    'Correction {n} of the ratified minutes of {rapat} was proposed. Look at the wording before and after, then ratify it or send it back with a note.',
  'mail.koreksi-submitted.reason': 'Reason: {reason}',
  'mail.koreksi-returned.subject': 'A correction of minutes was sent back',
  'mail.koreksi-returned.body': 'Correction {n} of the minutes of {rapat} was sent back and does not hold.',
  'mail.koreksi-returned.note': 'Note: {note}',
  'mail.koreksi-ratified.subject': 'A correction of minutes was ratified',
  'mail.koreksi-ratified.body':
    'Correction {n} of the minutes of {rapat} was ratified and holds together with them. The original text stays as it was ratified; both are shown side by side.',
  'mail.koreksi-ratified.code': 'Code for checking the correction: {code}.',

  'mail.security-notice.subject': 'Security notice for your Mufakat account',
  'mail.security-notice.totp-added': 'On {at} an authenticator app was added to your account.',
  'mail.security-notice.totp-removed': 'On {at} the authenticator app was removed from your account.',
  'mail.security-notice.passkey-added': 'On {at} a passkey was added to your account.',
  'mail.security-notice.passkey-removed': 'On {at} a passkey was removed from your account.',
  'mail.security-notice.recovery-codes-made':
    'On {at} new recovery codes were made for your account; the old ones no longer work.',
  'mail.security-notice.recovery-code-used': 'On {at} a recovery code was used to sign in to your account.',
  'mail.security-notice.oidc-linked': 'On {at} your account was linked with the identity provider.',
  'mail.security-notice.oidc-unlinked':
    'On {at} the link of your account with the identity provider was removed.',
  'mail.security-notice.factors-reset':
    'On {at} an admin removed every additional safeguard (authenticator, passkeys, recovery codes) from your account.',
  'mail.security-notice.password-changed': 'On {at} the password of your account was changed.',

  'mail.rapat.open': 'not set yet',
  'mail.rapat.hour': '{hour} {zone}',
  'mail.rapat.fact.date': 'Day: {value}',
  'mail.rapat.fact.startTime': 'Time: {value} until done',
  'mail.rapat.fact.place': 'Place: {value}',
  'mail.rapat.fact.title': 'Meeting: {value}',
  'mail.rapat.change.title': 'Meeting: {before} → {after}',
  'mail.rapat.change.date': 'Day: {before} → {after}',
  'mail.rapat.change.startTime': 'Time: {before} → {after}',
  'mail.rapat.change.place': 'Place: {before} → {after}',
  'mail.rapat.action': 'Open the invitation and answer',
  'mail.rapat.note': 'Please answer: coming, represented, or excused.',
  'mail.rapat.number': 'Number of the letter of invitation: {number}.',
  'mail.rapat.calendar.in':
    'The attachment undangan.ics puts this meeting into your calendar at the right hour.',
  'mail.rapat.calendar.out': 'The attachment undangan.ics takes this meeting out of your calendar.',
  'mail.rapat-invited.subject': 'Invitation: {title}',
  'mail.rapat-invited.body': 'You are invited to {title}.',
  'mail.rapat-changed.subject': 'Changed invitation: {title}',
  'mail.rapat-changed.body': 'The invitation to {title} has changed as follows.',
  'mail.rapat-rescheduled.subject': 'Scheduled again: {title}',
  'mail.rapat-rescheduled.body': '{title}, which had been postponed, is scheduled again.',
  'mail.rapat-postponed.subject': 'Postponed: {title}',
  'mail.rapat-postponed.body': '{title} is postponed. The new time will be told.',
  'mail.rapat-cancelled.subject': 'Cancelled: {title}',
  'mail.rapat-cancelled.body': '{title} is cancelled. We apologise for the change.',
  'mail.rapat-withdrawn.subject': 'Invitation withdrawn: {title}',
  'mail.rapat-withdrawn.body':
    'Your invitation to {title} is withdrawn. The meeting takes place all the same.',

  'mail.erasure-granted.subject': 'Your personal data in Mufakat was erased',
  'mail.erasure-granted.body':
    'As you asked, on {at} your Mufakat account was closed and your personal data erased: e-mail, telephone number, password, sessions and links. This cannot be undone.',
  'mail.erasure-granted.kept':
    'Your name stays in official records, which are minutes, decisions and the audit, because Law 43/2009 on archives requires it.',
  'mail.erasure-refused.subject': 'Your request to erase your data in Mufakat',
  'mail.erasure-refused.body': 'On {at} your request to erase your personal data was decided: refused.',
  'mail.erasure-refused.reason': 'The reason: {reason}',
  'mail.erasure-refused.next':
    'If you disagree, turn to the contact for data protection that is named on the page Personal data.',

  'mail.proposal-accepted.subject': 'Your topic was accepted',
  'mail.proposal-accepted.body': 'Your topic “{title}” for {series} was accepted.',
  'mail.proposal-accepted.next': 'It comes into the agenda of the next meeting.',
  'mail.proposal-returned.subject': 'Your topic was returned',
  'mail.proposal-returned.body': 'Your topic “{title}” for {series} was returned by the secretariat.',
  'mail.proposal-returned.note': 'The reason: {note}',
  'mail.proposal-returned.next': 'You can change it and propose it again in Mufakat.',

  'mail.backup-old.subject': 'The last Mufakat backup is old',
  'mail.backup-old.body':
    'The last good backup of Mufakat was taken on {at}, more than two days ago. If the server breaks, everything written since is lost.',
  'mail.backup-old.never':
    'Mufakat has never been backed up. If the server breaks, everything written so far is lost.',
  'mail.backup-old.todo': 'Open Settings → Backups to see why, and to take one now.',

  'mail.test.subject': 'Mufakat test message',
  'mail.test.body': 'This message was asked for in the settings on {at}. If you can read it, mail arrives.',
}
