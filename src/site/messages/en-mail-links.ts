type Said = { title: string; text: string }

type MailLinkTexts = {
  ready: Said & { submit: string }
  done: Said
  void: Said
}

const release: MailLinkTexts = {
  ready: {
    title: 'Release this message?',
    text: 'It was held because it looks as if a machine wrote it. Released, it gets its lead, and is mailed with the day it was written.',
    submit: 'Release the message',
  },
  done: { title: 'The message is released', text: 'It has its lead, and its mails are on their way.' },
  void: {
    title: 'This message is not held',
    text: 'It was marked as spam or removed. The admin shows what became of it.',
  },
}

const answered: MailLinkTexts = {
  ready: {
    title: 'Answered elsewhere?',
    text: 'The lead is new. If you have called or written to them another way, it becomes “contacted”, and the timeline says so.',
    submit: 'Mark as contacted',
  },
  done: { title: 'Somebody has answered', text: 'The lead is not new any more. The admin shows how far it has come.' },
  void: { title: 'There is no such lead any more', text: 'It was removed since the mail was written.' },
}

/** Texts of the pages behind links in mails to colleagues. */
export const mailLinks = {
  label: 'Correspondence',
  release,
  answered,
  expired: { title: 'This link has expired', text: 'Links in mails work for 30 days. Sign in to the admin instead.' },
  broken: {
    title: 'This link is not whole',
    text: 'Perhaps a mail program has cut it. Copy all of it from the mail, or sign in to the admin.',
  },
  facts: { reference: 'Reference', received: 'Received', from: 'From', topic: 'Topic' },
  admin: 'Open the admin',
}
