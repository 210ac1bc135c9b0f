import sharp from 'sharp'
import { csharpAdoption, estimateRange, hanoiOverlap, rustDevelopers } from './charts'
import { nineTechnologies, offlineSync, strangler } from './diagrams'

export type FigureKey =
  | 'nine-technologies'
  | 'rust-developers'
  | 'csharp-adoption'
  | 'estimate-range'
  | 'hanoi-overlap'
  | 'strangler'
  | 'offline-sync'

/** The pictures of the demo, drawn when they are needed: no binary stands in the repository. */
export const figures: Record<FigureKey, { alt: string; svg: () => string }> = {
  'nine-technologies': {
    alt: 'The nine technologies in three columns. Interface and pages: React with Next.js, JavaScript, PHP. Business and data: Python, C#, Node.js. Services and limits: Go, Rust, C++. An arrow leads from quick to change to fast to run.',
    svg: nineTechnologies,
  },
  'rust-developers': {
    alt: 'Two columns: 600,000 developers interested in Rust in early 2020 and 2.2 million in early 2022.',
    svg: rustDevelopers,
  },
  'csharp-adoption': {
    alt: 'Bars: 78% prefer ASP.NET Core, 64% of ASP.NET developers use MVC, 56% of C# developers use ASP.NET Core, 42% use C# 11, 40% use Razor Pages, 32% use C# 10.',
    svg: csharpAdoption,
  },
  'estimate-range': {
    alt: 'A curve of possible durations with a long tail to the right. The likely value lies at its peak; the marks for 50%, 80% and 95% lie further and further to the right.',
    svg: estimateRange,
  },
  'hanoi-overlap': {
    alt: 'Working days in Hanoi time: Tokyo shares 9 to 16, Berlin 15 to 18, New York shares nothing.',
    svg: hanoiOverlap,
  },
  strangler: {
    alt: 'A browser talks to a router, which sends /account to the new application and all the rest to the old one; both use the same session and database.',
    svg: strangler,
  },
  'offline-sync': {
    alt: 'On the phone, a screen writes to a local database and an outbox. The outbox sends to the server with the same id; the cursor asks the server what is new.',
    svg: offlineSync,
  },
}

/** A figure as a PNG file. */
export function renderFigure(key: FigureKey): Promise<Buffer> {
  return sharp(Buffer.from(figures[key].svg())).png({ compressionLevel: 9 }).toBuffer()
}
