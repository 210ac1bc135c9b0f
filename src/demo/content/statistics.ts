import type { DemoStatistic } from './types'

/** The post that cites every figure below, under the title it was published with. */
export const CITED_POST = '9 Best Backend Framework You Should Notice in 2024'

/** The article of the demo that tells it. */
export const CITED_IN = 'best-backend-frameworks-2024'

/**
 * Each figure of the 2024 post, once. The post names a source for the first one alone and gives no address
 * for it; the others have none. Where it gives no date, the figure stands for the post's own year.
 */
export const statistics: DemoStatistic[] = [
  {
    key: 'nodejs-professional-use',
    frameworkKey: 'nodejs',
    label: 'Professional developers who use Node.js',
    value: 36.42,
    unit: 'percent',
    asOf: '2024',
    population: 'Professional developers',
    sourceName: 'Enterprise Apps Today',
  },
  {
    key: 'nodejs-experience',
    frameworkKey: 'nodejs',
    label: 'Experience of most Node.js developers',
    low: 3,
    high: 9,
    unit: 'years',
    asOf: '2024',
    population: 'The majority of professional developers who use Node.js',
  },
  {
    key: 'nodejs-enterprise',
    frameworkKey: 'nodejs',
    label: 'Node.js developers who build enterprise applications with it',
    value: 43,
    unit: 'percent',
    asOf: '2024',
    population: 'Node.js developers',
  },
  {
    key: 'rust-developers-2020',
    frameworkKey: 'rust',
    label: 'Developers interested in Rust',
    value: 600_000,
    unit: 'developers',
    asOf: '2020',
    population: 'Developers worldwide',
  },
  {
    key: 'rust-developers-2022',
    frameworkKey: 'rust',
    label: 'Developers interested in Rust',
    value: 2_200_000,
    unit: 'developers',
    asOf: '2022',
    population: 'Developers worldwide',
  },
  {
    key: 'csharp-aspnet-core',
    frameworkKey: 'csharp',
    label: 'C# developers who use ASP.NET Core',
    value: 56,
    unit: 'percent',
    asOf: '2024',
    population: 'C# developers',
  },
  {
    key: 'csharp-mvc',
    frameworkKey: 'csharp',
    label: 'ASP.NET developers who use MVC',
    value: 64,
    unit: 'percent',
    asOf: '2024',
    population: 'ASP.NET developers',
  },
  {
    key: 'csharp-razor-pages',
    frameworkKey: 'csharp',
    label: 'ASP.NET developers who use Razor Pages',
    value: 40,
    unit: 'percent',
    asOf: '2024',
    population: 'ASP.NET developers',
  },
  {
    key: 'csharp-aspnet-core-preferred',
    frameworkKey: 'csharp',
    label: 'Respondents who prefer ASP.NET Core technologies',
    value: 78,
    unit: 'percent',
    asOf: '2024',
    population: 'Respondents of a survey that the post does not name',
  },
  {
    key: 'csharp-11',
    frameworkKey: 'csharp',
    label: 'Developers who use C# 11',
    value: 42,
    unit: 'percent',
    asOf: '2024',
    population: 'C# developers',
  },
  {
    key: 'csharp-10',
    frameworkKey: 'csharp',
    label: 'Developers who use C# 10',
    value: 32,
    unit: 'percent',
    asOf: '2024',
    population: 'C# developers',
  },
]
