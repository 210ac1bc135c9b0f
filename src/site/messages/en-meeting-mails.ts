/** Texts of the mails and calendar entries of a meeting. */
export const meetingMails = {
  /** Title of the meeting in calendars. A name may be missing. */
  summary: (type: string, guest: string, company: string) => {
    const between = [guest, company].filter(Boolean).join(' and ')
    return between ? `${type}: ${between}` : type
  },
  subjects: {
    confirmation: (type: string, when: string) => `Booked: ${type}, ${when}`,
    move: (type: string, when: string) => `New time: ${type}, ${when}`,
    cancellation: (type: string, when: string) => `Cancelled: ${type}, ${when}`,
    withdrawal: (type: string, when: string) => `No longer yours: ${type}, ${when}`,
    reminder: (type: string, when: string) => `Reminder: ${type}, ${when}`,
    'choose-again': (type: string, when: string) => `Please choose another time: ${type}, ${when}`,
  },
  greeting: (name: string) => (name ? `Hello ${name},` : 'Hello,'),
  guest: {
    confirmation: 'Your meeting is booked. The invitation for your calendar is attached.',
    move: 'Your meeting has a new time. The attached invitation takes the place of the one before.',
    cancellation: (by: 'guest' | 'staff') =>
      by === 'guest'
        ? 'Your meeting is cancelled, as you asked. The attached file takes it out of your calendar.'
        : 'We are sorry: we have to cancel your meeting. The attached file takes it out of your calendar.',
    withdrawal: 'You are no longer invited to this meeting. The attached file takes it out of your calendar.',
    reminder: 'This is a reminder of your meeting.',
    'choose-again': 'We are sorry: we cannot keep the time of your meeting. Please choose another one that suits you.',
  },
  host: {
    confirmation: (guest: string) => `${guest} has booked a meeting with you.`,
    move: (guest: string) => `The meeting with ${guest} has a new time.`,
    cancellation: (guest: string, by: 'guest' | 'staff') =>
      by === 'guest' ? `${guest} has cancelled the meeting with you.` : `The meeting with ${guest} is cancelled.`,
    withdrawal: (guest: string) => `The meeting with ${guest} has gone to a colleague.`,
  },
  reason: 'Reason',
  what: 'Meeting',
  when: 'When',
  zone: 'Time zone',
  where: 'Where',
  who: 'With',
  guestLabel: 'Guest',
  email: 'Email',
  company: 'Company',
  phone: 'Phone',
  guests: 'Also invited',
  video: 'Video call',
  call: (phone: string) => (phone ? `We call ${phone}` : 'Telephone'),
  office: 'At our office',
  manage: 'Move or cancel the meeting',
  chooseAgain: 'Choose another time',
  orCancel: 'Or cancel the meeting',
  decline: 'Declining in your calendar does not cancel the meeting: use the link above.',
  declineInvited: 'Declining in your calendar does not cancel the meeting for the others.',
  declineHost: 'Declining in your calendar does not cancel the meeting: do that in the admin.',
  addTo: 'Or add it to a calendar on the web:',
  calendars: { google: 'Google Calendar', outlook: 'Outlook.com', office365: 'Microsoft 365', yahoo: 'Yahoo' },
  openInAdmin: 'Open in the admin',
  bookAgain: 'Book another time',
  notYou: 'If you know nothing of this, somebody mistyped an address, and you can ignore this mail.',
}

export type MeetingMailTexts = typeof meetingMails
