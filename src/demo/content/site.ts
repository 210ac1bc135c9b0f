/** The globals of the demo: the one place in the sources where the default brand stands. */

export const settings = {
  companyName: 'AMELA Technology',
  tagline: 'Web and mobile software from Hanoi',
  accent: '#b5341a',
  hotline: '(+84)904026070',
  email: 'hello@amela.tech',
  address: '5th Floor, Tower A, Keangnam Building, Urban Area new E6 Cau Giay, Pham Hung, Me Tri, Nam Tu Liem, Hanoi',
  senderName: 'AMELA Technology',
  senderAddress: 'hello@amela.tech',
  timeZone: 'Asia/Ho_Chi_Minh',
  answerPromise: 'within one working day',
  phoneCountry: 'VN',
}

export const navigation = {
  header: [
    { label: 'Services', url: '/services' },
    { label: 'Frameworks', url: '/frameworks' },
    { label: 'Blog', url: '/blog' },
    { label: 'About', url: '/about' },
  ],
  footer: [
    { label: 'Services', url: '/services' },
    { label: 'Frameworks', url: '/frameworks' },
    { label: 'Blog', url: '/blog' },
    { label: 'About', url: '/about' },
    { label: 'Contact', url: '/contact' },
    { label: 'Privacy', url: '/privacy' },
  ],
}

export type EnquiryKey = 'project' | 'meeting' | 'team' | 'support' | 'other'

const enquiryTypes: { key: EnquiryKey; label: string; recipients: { email: string }[] }[] = [
  { key: 'project', label: 'A new project', recipients: [{ email: 'sales@example.com' }] },
  { key: 'meeting', label: 'Book a meeting', recipients: [{ email: 'sales@example.com' }] },
  { key: 'team', label: 'Extend my team', recipients: [{ email: 'sales@example.com' }] },
  { key: 'support', label: 'Support for an existing product', recipients: [{ email: 'support@example.com' }] },
  { key: 'other', label: 'Something else', recipients: [] },
]

export const notifications = {
  enquiryTypes,
  fallback: [{ email: 'office@example.com' }],
  consentText:
    'I agree that AMELA Technology stores what I send here in order to answer me. I can have it deleted at any time.',
  consentVersion: '2026-11',
}
