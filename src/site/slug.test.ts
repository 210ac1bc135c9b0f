import { describe, expect, it } from 'vitest'
import { slugify } from './slug'

describe('slugify', () => {
  it.each([
    ['9 Best Backend Frameworks in 2024', '9-best-backend-frameworks-in-2024'],
    ['Lập trình ở Đà Nẵng', 'lap-trinh-o-da-nang'],
    ['C', 'c'],
    ['C++', 'cpp'],
    ['C#', 'csharp'],
    ['Moving to .NET 8', 'moving-to-dotnet-8'],
  ])('%s becomes %s', (title, slug) => expect(slugify(title)).toBe(slug))

  it('gives nothing for a title without letters that have an ASCII form', () => {
    expect(slugify('数据库')).toBe('')
    expect(slugify('🚀')).toBe('')
  })
})
