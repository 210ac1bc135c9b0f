import { Body, Button, Container, Head, Heading, Html, Link, render, Text } from 'react-email'
import type { MailBlock } from './blocks'
import { INK, STYLES } from './styles'

/** Both line ends and runs of blanks as they were typed. Outlook knows no `pre-wrap`, and takes `<br>`. */
function Typed({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    <span key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </span>
  ))
}

/** Addresses of pages, without the punctuation that ends the sentence around them. */
const PAGE_ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]])/

function Linked({ text }: { text: string }) {
  return text.split(PAGE_ADDRESS).map((part, index) =>
    // What the pattern caught stands at every other place.
    index % 2 === 1 ? (
      <Link className="link" href={part} key={index} style={STYLES.link}>
        {part}
      </Link>
    ) : (
      <Typed key={index} text={part} />
    ),
  )
}

function Facts({ facts }: { facts: Extract<MailBlock, { facts: unknown }>['facts'] }) {
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" style={STYLES.facts}>
      <tbody>
        {facts.map(([label, value]) => (
          <tr key={label}>
            <td className="muted" style={STYLES.label}>
              {label}
            </td>
            <td dir="auto" style={STYLES.value}>
              <Typed text={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Block({ block }: { block: MailBlock }) {
  if ('paragraph' in block) {
    return (
      <Text dir="auto" style={STYLES.text}>
        {block.paragraph}
      </Text>
    )
  }
  if ('typed' in block) {
    return (
      <div dir="auto" style={STYLES.typed}>
        <Linked text={block.typed} />
      </div>
    )
  }
  if ('heading' in block) {
    return (
      <Heading as="h2" style={STYLES.heading}>
        {block.heading}
      </Heading>
    )
  }
  if ('quote' in block) {
    return (
      <blockquote className="quote" dir="auto" style={STYLES.quote}>
        <Typed text={block.quote} />
      </blockquote>
    )
  }
  if ('link' in block) {
    return (
      <Text style={STYLES.text}>
        <Button className="button" href={block.link.url} style={STYLES.button}>
          {block.link.label}
        </Button>
      </Text>
    )
  }
  if ('links' in block) {
    return (
      <ul style={STYLES.list}>
        {block.links.map(({ label, url }) => (
          <li key={url}>
            <Link className="link" dir="auto" href={url} style={STYLES.link}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    )
  }
  if ('note' in block) {
    return (
      <Text className="muted" dir="auto" style={STYLES.note}>
        {block.note}
      </Text>
    )
  }
  return <Facts facts={block.facts} />
}

/**
 * Colours for mail programs that have a dark side. They are told that we do, or they would invert ours; inline styles
 * hold for those that drop style sheets. The page is a table, whose cells carry its colours.
 */
const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page,.page td{background-color:${INK.dark.page}!important;color:${INK.dark.text}!important}
.page .muted{color:${INK.dark.muted}!important}
.page .quote{border-color:${INK.dark.rule}!important}
.page .link{color:${INK.dark.link}!important}
.page .button{background-color:${INK.dark.link}!important;color:${INK.dark.page}!important}
}`

function Mail({ blocks, locale }: { blocks: readonly MailBlock[]; locale: string }) {
  return (
    <Html lang={locale}>
      <Head>
        <meta content="width=device-width" name="viewport" />
        <meta content="light dark" name="color-scheme" />
        <meta content="light dark" name="supported-color-schemes" />
        {/* Nothing that somebody typed becomes a link because it looks like one. */}
        <meta content="telephone=no,date=no,address=no,email=no,url=no" name="format-detection" />
        <style>{DARK}</style>
      </Head>
      <Body className="page" lang={locale} style={STYLES.page}>
        <Container style={STYLES.column}>
          {blocks.map((block, index) => (
            <Block block={block} key={index} />
          ))}
        </Container>
      </Body>
    </Html>
  )
}

/** The HTML part of a mail, in which text stays text. */
export const html = (blocks: readonly MailBlock[], locale: string): Promise<string> =>
  render(<Mail blocks={blocks} locale={locale} />)
