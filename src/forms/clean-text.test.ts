import { describe, expect, it } from 'vitest'
import { cleanLine, cleanParagraphs, hasLineBreak } from './clean-text'

describe('a one-line field', () => {
  it('is trimmed and composed, and runs of blanks become one', () => {
    expect(cleanLine('  Nguye\u0302\u0303n\u00a0 Thị\tÁnh ')).toBe('Nguyễn Thị Ánh')
  })

  it('loses control characters and marks that override text direction', () => {
    expect(cleanLine('Ev\u0007il\u202e name\u0000\u009b')).toBe('Evil name')
  })

  it('keeps the joiners that emoji and Persian need', () => {
    expect(cleanLine('می\u200cخواهم')).toBe('می\u200cخواهم')
  })

  it('shows a line break inside it, and none at its ends', () => {
    expect(hasLineBreak(cleanLine('Ann\r\nBcc: x@example.com'))).toBe(true)
    expect(hasLineBreak(cleanLine('Ann\u2028Lee'))).toBe(true)
    expect(hasLineBreak(cleanLine('Ann Lee\r\n'))).toBe(false)
  })
})

describe('a field of several lines', () => {
  it('has LF line ends whatever the browser sent', () => {
    expect(cleanParagraphs('\r\nOne\r\nTwo\rThree\u2028Four\n')).toBe('One\nTwo\nThree\nFour')
  })

  it('keeps tabs and indentation, and loses control characters', () => {
    expect(cleanParagraphs('a\n\tb\u0000\u001b[31m')).toBe('a\n\tb[31m')
  })

  it('repairs half of a surrogate pair', () => {
    expect(cleanParagraphs('x\ud800y')).toBe('x\ufffdy')
  })
})
