// In a preview inside the admin: shows the draft again whenever it was saved. The messages are those of Payload's live
// preview; its own client needs React, which reading pages do not have.
type PayloadMessage = { type?: string }

const admin = window.opener ?? window.parent

if (admin && admin !== window) {
  addEventListener('message', ({ origin, data }: MessageEvent<PayloadMessage>) => {
    if (origin === location.origin && data?.type === 'payload-document-event') location.reload()
  })
  admin.postMessage({ type: 'payload-live-preview', ready: true }, location.origin)
}
