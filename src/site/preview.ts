/** The address of a page as the signed-in person may see it, drafts in place of what is live. */
export const previewUrl = (path: string) => `${path}?preview=1`
