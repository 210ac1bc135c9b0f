import type { ReactNode } from 'react'
import { PageHead } from '@/site/components/page-head'
import type { Site } from '@/site/queries'
import { pagePath } from '@/site/urls'
import { ButtonLink } from '@/ui/button'
import { Notice } from '@/ui/notice'

type ReceiptProps = {
  site: Site
  reference: string
  /** What only the sender may see: the address, and the way to correct it. */
  children?: ReactNode
}

/** What a sender sees: that the message is stored, and its reference. Nothing of the message itself. */
export function Receipt({ site, reference, children }: ReceiptProps) {
  const { receipt } = site.messages.contact
  return (
    <div className="sheet frame">
      <PageHead
        margin={<p className="label">{receipt.label}</p>}
        title={receipt.title}
        lead={receipt.thanks(site.settings.answerPromise ?? '')}
      >
        <div className="form-page">
          <Notice label={receipt.reference} title={<span translate="no">{reference}</span>}>
            <p>{receipt.keep}</p>
            <p>{receipt.mail}</p>
          </Notice>
          {children}
        </div>
        <div className="actions">
          <ButtonLink href={pagePath('home')}>{receipt.home}</ButtonLink>
        </div>
      </PageHead>
    </div>
  )
}
