/** Texts of the mails that tell staff about mail. */
export const mail = {
  failedSubject: (count: number) =>
    count === 1 ? 'A mail could not be delivered' : `${count} mails could not be delivered`,
  failedIntro:
    'These have failed since the last mail of this kind, and nobody tries again by itself. Send them again once the cause is gone, or reach the people in another way.',
  failedMore: (count: number) => `And ${count} more, which the list shows.`,
  to: 'To',
  about: 'Subject',
  failedAt: 'Failed',
  answer: 'Answer of the server',
  openMail: 'Open this mail',
  openFailed: 'Show all failed mail',
  testSubject: (company: string) => (company ? `Test mail of ${company}` : 'Test mail'),
  testText: (address: string) =>
    `Somebody asked the site at ${address} to send this test. It arrived, so mail from there works.`,
}
