/** Texts of the contact form, its receipt and the mails that follow from it. */
export const contact = {
  title: 'Contact us',
  label: 'Correspondence',
  description: (company: string) => `Write to ${company}: an engineer reads every message.`,
  lead: 'Tell us what you are building or what is in the way. An engineer reads every message and answers within one working day.',
  errorTitle: (title: string) => `Error: ${title}`,
  fields: {
    name: 'Full name',
    email: 'Email',
    company: 'Company',
    phone: 'Phone',
    topic: 'Topic',
    message: 'Message',
    consent: 'Consent',
  },
  optional: '(optional)',
  honeypot: 'Leave this field empty',
  submit: 'Send message',
  sending: 'Sending…',
  unsent: {
    title: 'Not sent yet',
    text: 'The connection was lost on the way. Your text is kept in this tab, and we keep trying again until it arrives.',
    tryNow: 'Try now',
  },
  otherWays: 'Or reach us directly',
  summaryTitle: 'Please correct the following',
  problems: {
    nameMissing: 'Enter your name.',
    nameLong: 'Your name must have at most 120 characters.',
    emailMissing: 'Enter your e-mail address, so that we can answer.',
    emailInvalid: 'Enter one e-mail address, like name@example.com.',
    companyLong: 'The company must have at most 160 characters.',
    phoneLong: 'The phone number must have at most 60 characters.',
    topicMissing: 'Choose what your message is about.',
    topicUnknown: 'This topic is no longer offered. Choose another one.',
    messageMissing: 'Write your message.',
    messageLong: 'The message must have at most 10,000 characters.',
    lineBreak: 'Write this on one line.',
    consentMissing: 'Tick the box, so that we may use your details to answer.',
    consentChanged: 'This text has changed since you opened the page. Please read it and tick the box again.',
  },
  notices: {
    limitedTitle: 'That was a lot of messages',
    limited: (minutes: number) =>
      `This one was not sent: too many came from your network in a short time. Your text is still here. Please try again in ${
        minutes === 1 ? 'one minute' : `${minutes} minutes`
      }.`,
    unreadableTitle: 'Your message did not arrive whole',
    unreadable: 'Something on the way damaged it, and nothing was stored. Please fill in the form and send it again.',
    unavailableTitle: 'Your message could not be stored',
    unavailable: 'The fault is ours. Your text is still here: please send it again in a minute, or reach us directly.',
  },
  receipt: {
    title: 'Message received',
    label: 'Receipt',
    thanks: 'Thank you. Your message is stored, and an engineer will answer within one working day.',
    reference: 'Reference',
    keep: 'Quote this reference when you call or write about it.',
    mail: 'An acknowledgement usually follows by e-mail, one an hour at most.',
    home: 'Back to the start page',
    unknownTitle: 'No such receipt',
    unknown: 'There is no message with this reference. Check the address for a typing mistake.',
  },
  mails: {
    salesSubject: (topic: string, name: string, reference: string) => `${topic}: ${name} (${reference})`,
    salesIntro: (name: string) => `${name} wrote through the contact form. Answer this mail to reply to them.`,
    received: 'Received',
    reference: 'Reference',
    attribution: {
      landingPage: 'First page',
      referrer: 'Came from',
      campaign: 'Campaign',
      article: 'Article',
    },
    openInAdmin: 'Open in the admin',
    acknowledgementSubject: (company: string, reference: string) =>
      company ? `${company} has received your message (${reference})` : `We have received your message (${reference})`,
    greeting: (name: string) => `Hello ${name},`,
    acknowledgement: (topic: string, received: string) =>
      `We have received your message about “${topic}” on ${received}. An engineer will answer within one working day.`,
    quote: (reference: string) => `Your reference is ${reference}. Quote it when you call or write about this message.`,
    notYou: 'If you did not write to us, somebody mistyped their address, and you can ignore this mail.',
    defaultTopic: 'Enquiry',
    digestSubject: (count: number) => (count === 1 ? 'One message is held' : `${count} messages are held`),
    digestIntro:
      'These messages look as if a machine wrote them. They are kept, and their senders have heard nothing yet. Release those that a person wrote; mark the others as spam.',
    openToRelease: 'Read it in full, and decide',
  },
}

export type ContactTexts = typeof contact
