import type { DemoFramework } from './types'

/** The nine technologies of the 2024 article; where it names a framework, it stands in the ecosystem here. */
export const frameworks: DemoFramework[] = [
  {
    key: 'nodejs',
    slug: 'nodejs',
    name: 'Node.js',
    kind: 'runtime',
    summary:
      'JavaScript and TypeScript on the server. Strong at holding many connections that mostly wait, and at sharing code and people with the front end.',
    strengths: [
      'One language and one set of types from browser to database',
      'Handles thousands of waiting connections in one process',
      'The largest package registry there is',
      'Starts fast, scales out by adding processes',
    ],
    weaknesses: [
      'Long computations block everyone unless they move to a worker',
      'Dependency trees grow deep and need tending',
      'Freedom of structure; large teams must agree on one',
    ],
    useCases: [
      'APIs for web and mobile apps',
      'Real-time features such as chat and live boards',
      'Enterprise applications with a TypeScript team',
    ],
    ecosystem: [
      { name: 'Express.js', url: 'https://expressjs.com', note: 'Minimal and known to everybody' },
      { name: 'Fastify', url: 'https://fastify.dev', note: 'Schemas, plugins, speed' },
      { name: 'NestJS', url: 'https://nestjs.com', note: 'Modules and dependency injection' },
    ],
    homepage: 'https://nodejs.org',
  },
  {
    key: 'rust',
    slug: 'rust',
    name: 'Rust',
    kind: 'language',
    summary:
      'A compiled language whose compiler rules out data races and invalid memory. Chosen where speed and safety are the product.',
    strengths: [
      'Ownership manages memory without a garbage collector',
      'Data races are compile errors',
      'Abstractions cost nothing at run time',
      'Pattern matching and type inference keep code short',
    ],
    weaknesses: ['Steep first weeks', 'Compile times', 'Fewer developers to hire than for older languages'],
    useCases: ['Performance-critical services', 'Embedded systems', 'Operating systems and their tools'],
    ecosystem: [
      { name: 'Axum', url: 'https://github.com/tokio-rs/axum', note: 'Web framework on Tokio' },
      { name: 'Actix Web', url: 'https://actix.rs', note: 'Fast and mature' },
      { name: 'Tokio', url: 'https://tokio.rs', note: 'Asynchronous runtime beneath most of them' },
    ],
    homepage: 'https://www.rust-lang.org',
  },
  {
    key: 'python',
    slug: 'python',
    name: 'Python',
    kind: 'language',
    summary:
      'Readable, free and at home in data science. The natural backend when models, forecasts or calculations are the heart of the product.',
    strengths: [
      'Easy to read, quick to learn',
      'Unrivalled libraries for data, machine learning and finance',
      'Django defends against common attacks by default',
      'One of the largest communities in the field',
    ],
    weaknesses: [
      'Slow at pure computation outside its native libraries',
      'Threads share one interpreter lock in the usual build',
      'Packaging takes discipline',
    ],
    useCases: [
      'Products built around data and models',
      'Start-ups that count every invoice',
      'Back offices with a ready-made admin',
    ],
    ecosystem: [
      { name: 'Django', url: 'https://www.djangoproject.com', note: 'Complete, with admin and ORM' },
      { name: 'Flask', url: 'https://flask.palletsprojects.com', note: 'Small, add what you need' },
    ],
    homepage: 'https://www.python.org',
  },
  {
    key: 'javascript',
    slug: 'javascript',
    name: 'JavaScript frameworks',
    kind: 'language',
    summary:
      'The family of frameworks that brought structure, components and data binding to the language of the web, on both sides of the wire.',
    strengths: [
      'Components and utilities ready to use',
      'Clear structure for large codebases',
      'DOM work and background requests hidden behind an interface',
      'Short way from idea to release',
    ],
    weaknesses: [
      'Fashions change faster than products',
      'Weight on the visitor’s device if nobody watches it',
      'Many ways to do the same thing',
    ],
    useCases: [
      'Interactive web applications',
      'Products with a short time to market',
      'Teams that share code between client and server',
    ],
    ecosystem: [
      { name: 'Next.js', url: 'https://nextjs.org', note: 'React on the server' },
      { name: 'Nuxt', url: 'https://nuxt.com', note: 'Vue on the server' },
      { name: 'SvelteKit', url: 'https://svelte.dev', note: 'Svelte on the server' },
    ],
    homepage: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript',
  },
  {
    key: 'go',
    slug: 'go',
    name: 'Go (Golang)',
    kind: 'language',
    summary:
      'Compiles to one file that starts at once and serves fast without tuning. A favourite for microservices and everything near the cloud.',
    strengths: [
      'A single static binary to deploy',
      'Concurrency that fits in one keyword',
      'Static types and a small, stable language',
      'Tests, formatting and profiling in the standard tools',
    ],
    weaknesses: [
      'Plain error handling fills the page',
      'Few abstractions by design',
      'Less ready-made for back-office screens',
    ],
    useCases: ['Microservices and APIs', 'Cloud-native tools', 'Services with many simultaneous connections'],
    ecosystem: [
      { name: 'Gin', url: 'https://gin-gonic.com', note: 'The most widely used' },
      { name: 'Beego', url: 'https://github.com/beego/beego', note: 'Complete, with ORM and admin' },
      { name: 'Echo', url: 'https://echo.labstack.com', note: 'Minimal, well documented' },
      { name: 'Fiber', url: 'https://gofiber.io', note: 'Express-like, on fasthttp' },
      { name: 'fasthttp', url: 'https://github.com/valyala/fasthttp', note: 'HTTP for extreme loads' },
    ],
    homepage: 'https://go.dev',
  },
  {
    key: 'cpp',
    slug: 'cpp',
    name: 'C++',
    kind: 'language',
    summary:
      'Full control over memory and time. Rarely a whole web backend, often the part of it where microseconds are counted.',
    strengths: [
      'Execution speed close to the hardware',
      'Memory under your control',
      'Tuned containers and algorithms in the STL',
      'Decades of libraries and people who know them',
    ],
    weaknesses: [
      'Mistakes with memory are security holes',
      'Builds and dependencies are work of their own',
      'Slow to change compared with the rest of this list',
    ],
    useCases: ['Trading and other financial systems', 'Game servers and engines', 'Processing large volumes of data'],
    ecosystem: [
      { name: 'STL', url: 'https://en.cppreference.com', note: 'The standard containers and algorithms' },
      { name: 'Drogon', url: 'https://github.com/drogonframework/drogon', note: 'Asynchronous web framework' },
      { name: 'Boost.Beast', url: 'https://github.com/boostorg/beast', note: 'HTTP and WebSocket building blocks' },
    ],
    homepage: 'https://isocpp.org',
  },
  {
    key: 'php',
    slug: 'php',
    name: 'PHP',
    kind: 'language',
    summary:
      'Runs a large part of the web. Modern PHP has types, speed and frameworks with long support, and hosting anywhere.',
    strengths: [
      'Mature frameworks for every size of project',
      'Validation and protection against XSS built in',
      'Hosting and developers are easy to find',
      'Every request starts clean, so leaks do not last',
    ],
    weaknesses: [
      'Old habits in old codebases',
      'Long-lived connections need extra tools',
      'Inconsistent standard library',
    ],
    useCases: [
      'Content sites and shops',
      'Business applications with Symfony',
      'Products that must be extended for many years',
    ],
    ecosystem: [
      { name: 'Laravel', url: 'https://laravel.com', note: 'Expressive and complete; the most popular' },
      { name: 'Symfony', url: 'https://symfony.com', note: 'Components with long-term support' },
      { name: 'CodeIgniter', url: 'https://codeigniter.com', note: 'Small and quick to install' },
    ],
    homepage: 'https://www.php.net',
  },
  {
    key: 'react',
    slug: 'react',
    name: 'React',
    kind: 'library',
    summary:
      'A library for user interfaces with no server side of its own. With Next.js it renders on the server, for search engines and slow phones.',
    strengths: [
      'One component model for server and browser',
      'Server rendering and static generation through Next.js',
      'Finished pages for search engines',
      'A vast ecosystem and labour market',
    ],
    weaknesses: [
      'Not a backend: data, jobs and mail come from elsewhere',
      'Scripts on the client need a budget',
      'Rendering modes take time to understand',
    ],
    useCases: [
      'Marketing sites and shops that live from search',
      'Applications with a rich interface',
      'Front ends for an existing API',
    ],
    ecosystem: [
      { name: 'Next.js', url: 'https://nextjs.org', note: 'Server rendering and static generation' },
      { name: 'React Native', url: 'https://reactnative.dev', note: 'The same model for apps' },
      { name: 'React Router', url: 'https://reactrouter.com', note: 'Routing, with a framework mode' },
    ],
    homepage: 'https://react.dev',
  },
  {
    key: 'csharp',
    slug: 'csharp',
    name: 'C# and ASP.NET Core',
    kind: 'language',
    summary:
      'A modern typed language with one official, fast web framework. The default in companies that run on Microsoft’s platform.',
    strengths: [
      'One well-supported framework instead of a choice of ten',
      'Strong types, excellent tools',
      'Runs on Linux, in containers, and fast',
      'New language versions are adopted quickly',
    ],
    weaknesses: [
      'Conventions to learn before the first page',
      'Strongest near Microsoft’s own services',
      'Fewer small hosting offers',
    ],
    useCases: [
      'Enterprise applications',
      'Web applications with MVC or Razor Pages',
      'Systems that live with Windows and Azure',
    ],
    ecosystem: [
      { name: 'ASP.NET Core', url: 'https://dotnet.microsoft.com/apps/aspnet', note: 'The web framework' },
      { name: 'ASP.NET Core MVC', note: 'Controllers and views' },
      { name: 'Razor Pages', note: 'One file per page' },
      { name: 'Entity Framework Core', url: 'https://learn.microsoft.com/ef/core', note: 'The usual ORM' },
    ],
    homepage: 'https://dotnet.microsoft.com/languages/csharp',
  },
]
