import { Link } from '@payloadcms/ui'
import { mailPreviewsPath } from '@/site/urls'

/** Above the list of e-mails: the way to what they look like, and to a test mail. */
export const MailPreviewsLink = () => (
  <p className="mail-previews-link">
    <Link href={mailPreviewsPath}>What these mails look like, and a test mail</Link>
  </p>
)
