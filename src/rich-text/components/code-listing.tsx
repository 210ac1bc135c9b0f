import type { CodeBlock } from '@/payload-types'
import { Enhancement } from '@/site/components/enhancement'
import type { Messages } from '@/site/messages'
import { highlight } from '../highlight'

/** A listing, highlighted on the server. The button to copy it is drawn by its enhancement, where there is a script. */
export function CodeListing({ block, messages }: { block: CodeBlock; messages: Messages }) {
  const lines = highlight(block.code, block.language)
  return (
    <figure className="listing">
      <Enhancement name="copy-code" />
      <copy-code
        class="listing-head"
        data-copy={messages.richText.copy}
        data-copied={messages.richText.copied}
        data-failed={messages.richText.copyFailed}
      >
        <figcaption className="label">{block.filename || block.language}</figcaption>
      </copy-code>
      {/* Long lines scroll, so the listing must be reachable by keyboard. */}
      <pre tabIndex={0} role="group" aria-label={block.filename || messages.richText.code}>
        <code>
          {lines.map((tokens, line) => (
            <span key={line}>
              {tokens.map(({ text, kind }, index) =>
                kind ? (
                  <span key={index} className={`tok-${kind}`}>
                    {text}
                  </span>
                ) : (
                  text
                ),
              )}
              {line < lines.length - 1 ? '\n' : ''}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  )
}
