import { callout, callToAction, code, h2, ol, p, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const accessibilityAsCriterion: DemoArticle = {
  slug: 'accessibility-as-acceptance-criterion',
  title: 'Accessibility as an acceptance criterion',
  excerpt:
    'An audit at the end finds two hundred problems and no budget. Five lines in every ticket find them on the day they are made.',
  publishedAt: '2025-01-21T02:00:00.000Z',
  topics: ['inclusion', 'quality'],
  authors: ['amela-engineering'],
  related: ['estimating-software-honestly'],
  content: richText(
    p(
      'The audit arrives three weeks before launch.',
      'It has 84 pages and is right on every one of them.',
      'The date picker cannot be reached with a keyboard, grey text vanishes in sunlight, and error messages are announced to nobody.',
      'All of it was cheap to do well in spring.',
    ),
    p(
      'Accessibility is late for the same reason that performance and security are late: it belongs to everybody and stands in no ticket.',
      'So we put it into the ticket.',
    ),
    h2('Five lines for every story'),
    p('They are short enough to be read and concrete enough to fail. A story with an interface is done when:'),
    ol(
      'everything in it can be done with the keyboard alone, and you can always see where you are;',
      'every control has a name that a screen reader speaks, and it is the name that stands on the screen;',
      'text has a contrast of at least 4.5 : 1, large text and the outline of controls at least 3 : 1, in both colour schemes;',
      'at 200% zoom and at 320 pixels wide nothing is cut off and nothing scrolls sideways;',
      'an error says in words what is wrong, stands beside its field, and is announced.',
    ),
    p(
      'The numbers come from WCAG 2.2, level AA.',
      'They are the part that can be checked by a developer in two minutes, without an expert and without a special device.',
    ),
    h2('Let the machine do its share'),
    p(
      'Automatic tools find perhaps a third of all problems. That third is boring, so a machine should look for it at every commit.',
    ),
    code(
      'typescript',
      `
      import AxeBuilder from '@axe-core/playwright'
      import { expect, test } from '@playwright/test'

      for (const scheme of ['light', 'dark'] as const) {
        test(\`the contact page has no violations (\${scheme})\`, async ({ page }) => {
          await page.emulateMedia({ colorScheme: scheme })
          await page.goto('/contact')
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(violations).toEqual([])
        })
      }
      `,
      'tests/accessibility.spec.ts',
    ),
    p('The second third needs a script that behaves like a person. This is the one we would not do without:'),
    code(
      'typescript',
      `
      test('the form can be sent with the keyboard alone', async ({ page }) => {
        await page.goto('/contact')
        await page.getByLabel('Full name').focus()
        await page.keyboard.type('Nguyễn Thị Hoà')
        await page.keyboard.press('Tab')
        await expect(page.getByLabel('Email')).toBeFocused()
        // … and so on, to the button and the receipt
      })
      `,
      'tests/keyboard.spec.ts',
    ),
    p(
      'The rest is judgement: whether the words help, whether the order makes sense, whether the picture needed a description or should have kept quiet.',
    ),
    callout(
      'warning',
      'No overlay will do this for you',
      'A script that promises to make any site accessible by one line of code changes what is on top and leaves what is underneath.',
      'People who use assistive technology tend to block such scripts.',
    ),
    h2('Most of it is plain HTML'),
    p(
      'The browser has solved these problems already and gives the solution away. Each replacement below removes code:',
    ),
    table(
      'Instead of building it',
      ['Instead of', 'Use', 'What comes for free'],
      ['a div with a click handler', 'button', 'focus, Enter and Space, the role'],
      ['a menu that opens by script', 'details and summary', 'state, keyboard, search in page'],
      ['a modal library', 'dialog', 'focus kept inside, Escape, an inert page behind'],
      ['placeholder text as a label', 'label', 'a larger target, voice control'],
      ['a toast in a corner', 'role="status"', 'an announcement that does not interrupt'],
    ),
    h2('What changes in the team'),
    ul(
      '**Design** delivers the focus style, the error state and the order of reading with each screen. If it is missing, the story is not ready.',
      '**Development** puts the mouse away for the last ten minutes of a task.',
      '**Testing** uses a screen reader once in every release, on one complete journey. NVDA and VoiceOver cost nothing.',
      '**Product** counts a blocked journey like a broken one, with the same priority.',
    ),
    p(
      'None of this is charity.',
      'The person with one arm in a plaster, a baby on it, or a cracked screen in bright sunlight is your customer too, and the same page serves all of them.',
      'And in many markets it is the law: in the European Union the Accessibility Act covers online shops, banking and tickets from 28 June 2025.',
    ),
    callToAction({
      title: 'Already have the 84 pages?',
      text: 'We read the report with you, sort it by what stops people, and fix the patterns rather than the pages.',
      label: 'Send us your report',
      topic: 'support',
    }),
  ),
}
