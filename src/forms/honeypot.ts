/**
 * The field that only machines fill in. Its name says nothing to a browser's autofill, whose rules look for words such
 * as name, mail, phone, address, company, url and website.
 */
export const HONEYPOT_FIELD = 'extra_remarks'
