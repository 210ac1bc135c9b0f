import {
  callout,
  callToAction,
  code,
  faq,
  figure,
  frameworkCard,
  h2,
  h3,
  p,
  richText,
  statistic,
  table,
  ul,
} from '../../rich-text'
import type { DemoArticle } from '../types'

export const bestBackendFrameworks2024: DemoArticle = {
  slug: 'best-backend-frameworks-2024',
  title: 'Nine backend technologies worth knowing in 2024',
  excerpt:
    'Node.js, Rust, Python, JavaScript, Go, C++, PHP, React and C#: what each is good at on a server, where it hurts, and which figures people quote for it.',
  publishedAt: '2024-02-06T02:00:00.000Z',
  topics: ['architecture'],
  authors: ['amela-technology'],
  related: ['top-5-backends-for-react-native', 'cross-platform-app-development-pros-and-cons'],
  hero: 'nine-technologies',
  meta: {
    title: 'Best backend frameworks in 2024: nine technologies compared',
    description:
      'Strengths, weaknesses and use cases of nine backend technologies, with every figure and where it comes from.',
  },
  content: richText(
    p(
      'Clients ask us for “the best backend” about once a week.',
      'What they mean is a more useful question: which technology will let *this* team ship *this* product, and still be pleasant to change in three years?',
      'Here are the nine we are asked about most, in no order of merit.',
      'For each one: why teams pick it, what it costs them, and the kind of work it suits.',
    ),
    callout(
      'note',
      'Read the figures with care',
      'Every number below is shown with the year it speaks of and the source that was named for it.',
      'For most of them no primary source was named, so take them as a sign of direction rather than as a measurement.',
    ),

    h2('Node.js'),
    p(
      'Node.js lets the people who write your interface write your server too, in the same language and often with the same types.',
      'That alone explains much of its reach: Enterprise Apps Today puts it at 36.42% of professional developers.',
    ),
    statistic('nodejs-professional-use'),
    p(
      'Neither a beginner’s toy nor a veteran’s secret, it is used mostly by people who have been programming for three to nine years.',
      'About 43% of those who work with it do so on enterprise applications, which would have sounded odd ten years ago.',
    ),
    statistic('nodejs-experience'),
    statistic('nodejs-enterprise'),
    p(
      'It is quick at what web servers do most of the day: waiting for a database, a cache or another service, thousands of times at once.',
      'It scales out simply, and there is a framework for each temperament.',
      'Express.js is small and known to everybody; Fastify adds schemas and speed; NestJS brings modules and dependency injection to teams that want an architecture to lean on.',
    ),
    code(
      'typescript',
      `
      import Fastify from 'fastify'

      const app = Fastify()

      app.get<{ Params: { id: string } }>('/orders/:id', async (request, reply) => {
        const order = await orders.find(request.params.id)
        return order ?? reply.code(404).send({ error: 'No such order' })
      })

      await app.listen({ port: 3000 })
      `,
      'server.ts',
    ),
    frameworkCard('nodejs'),

    h2('Rust'),
    p(
      'Rust’s following grew from some 600,000 developers in early 2020 to about 2.2 million two years later.',
      'What draws them is a compiler that refuses whole families of mistakes.',
    ),
    figure('rust-developers', 'Developers interested in Rust, as cited in this article. Primary source not named.'),
    statistic('rust-developers-2020'),
    statistic('rust-developers-2022'),
    p(
      'Ownership is the heart of it: every value has one owner, and the compiler follows who may read or change it.',
      'Null dereferences and data races do not survive that check, and the second matters most when many threads share something.',
      'Abstractions are free when the program runs, so iterators and generics cost no more than a loop written by hand.',
      'Pattern matching and type inference keep the code short.',
    ),
    p(
      'The same qualities carry Rust from hot paths on a server down to embedded devices and operating systems.',
      'The price is paid at the start, in compile times and in the weeks a team needs before the borrow checker feels like a colleague.',
    ),
    frameworkCard('rust'),

    h2('Python'),
    p(
      'Python is the language your data people already speak.',
      'If the product has a model, a forecast or a pile of financial calculations in the middle, a Python backend removes a border between two teams.',
    ),
    p(
      'For the web part there are two classic answers.',
      'Django arrives complete, with an admin, an ORM, migrations and defences against the usual attacks switched on from the first day.',
      'Flask arrives almost empty and lets you choose the rest.',
      'Both are free and open source, as is nearly everything around them, which a young company notices on its first invoices.',
      'The community is among the largest there are: whatever goes wrong has probably gone wrong for somebody before.',
    ),
    frameworkCard('python'),

    h2('JavaScript frameworks'),
    p(
      'Beyond one runtime, the JavaScript frameworks as a family changed how applications are put together.',
      'They brought order to codebases that used to be a drawer of scripts: components that can be used again, templates, data that flows to the screen by itself.',
      'The fiddly layers (touching the DOM, background requests) disappear behind an interface, and with them a class of small bugs.',
      'On large projects the gain is structure; on small ones it is the number of lines nobody has to write.',
    ),
    frameworkCard('javascript'),

    h2('Go'),
    p(
      'Go was missing from many of the 2023 lists; we expect it to be a fixture of the 2024 ones.',
      'You compile to one static file, copy it to a server and start it.',
      'There is no runtime to install and little to tune before it is fast.',
    ),
    code(
      'go',
      `
      func main() {
      \tmux := http.NewServeMux()
      \tmux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
      \t\tfmt.Fprintln(w, "ok")
      \t})
      \tlog.Fatal(http.ListenAndServe(":8080", mux))
      }
      `,
      'main.go',
    ),
    p(
      'The standard library already holds a production web server and a test runner; Gin, Echo, Fiber, Beego and fasthttp cover the tastes beyond it, from minimal to batteries included.',
      'Static types keep a growing codebase honest, and the tooling fits containers and microservices so well because much of that world is itself written in Go.',
      'Building the backend of a phone app? See [five popular backends for React Native](article:top-5-backends-for-react-native).',
    ),
    frameworkCard('go'),

    h2('C++'),
    p(
      'Few web backends are C++ from end to end, but many have it in the room where time is counted in microseconds.',
      'Games and finance are the usual examples: large volumes of data, hard deadlines, and hardware that should be used to its last core.',
      'You decide where each byte lives and when it is released; the standard template library supplies tuned containers and algorithms, so that control does not mean writing a sort yourself.',
      'The same freedom makes mistakes expensive, so the language wants experienced hands, sanitizers and reviews.',
    ),
    frameworkCard('cpp'),

    h2('PHP'),
    p(
      'A large part of the web runs on PHP, and modern PHP has little in common with the scripts people like to remember. Three frameworks stand out:',
    ),
    ul(
      '**Laravel** leads the field: expressive, rich in features, at home in a weekend project and in a large platform.',
      '**Symfony** is a set of well-made components with a long support policy, which is why big enterprise systems stand on it.',
      '**CodeIgniter** is small, installs in a minute and leaves you alone.',
    ),
    p(
      'All three take over the repetitive work and the dangerous work, such as validating input and escaping output against cross-site scripting.',
      'That is less code to write, and less to be wrong.',
    ),
    frameworkCard('php'),

    h2('React, with a caveat'),
    p(
      'React is a library for user interfaces which came out of Facebook; on its own it has no server side at all.',
      'It is on this list because of what grew around it.',
      'Next.js runs React on the server, per request or ahead of time, so that a search engine receives finished pages and a visitor on a slow phone sees text before any script has arrived.',
      'Applications drawn only in the browser struggle on both counts.',
      'Sharing one component model between app, site and server has a reach of its own: compare the [pros and cons of cross-platform apps](article:cross-platform-app-development-pros-and-cons).',
    ),
    frameworkCard('react'),

    h2('C# and ASP.NET Core'),
    p(
      'In companies that run on Microsoft’s stack, C# is the quiet default.',
      'ASP.NET Core is used by 56% of C# developers, more than any other .NET framework; 78% of those asked in one survey preferred its technologies.',
      'Among ASP.NET developers 64% work with MVC and 40% with Razor Pages, so many use both.',
    ),
    figure('csharp-adoption', 'C# and ASP.NET in percent, as cited in this article. Primary source not named.'),
    statistic('csharp-aspnet-core'),
    statistic('csharp-aspnet-core-preferred'),
    statistic('csharp-mvc'),
    statistic('csharp-razor-pages'),
    p('The community moves with the language: 42% had reached C# 11 and 32% were on C# 10.'),
    statistic('csharp-11'),
    statistic('csharp-10'),
    frameworkCard('csharp'),

    h2('How to choose'),
    p(
      'There is no winner, because “best” is a relation between a tool and a situation.',
      'Start from the column on the left, then ask who will maintain the result.',
    ),
    table(
      'A first guess by kind of work',
      ['If the product is mostly…', 'Look first at', 'Because'],
      ['an API for web and mobile', 'Node.js, Go', 'many connections, little computation'],
      ['data, models, reports', 'Python', 'the libraries and the people are there'],
      ['content and commerce', 'PHP, React with Next.js', 'mature building blocks, fast pages'],
      ['business software in a Microsoft shop', 'C#', 'identity, tooling and skills exist already'],
      ['hot paths and hard limits', 'Rust, C++', 'control over memory and time'],
    ),
    h3('Questions we are asked'),
    faq(
      [
        'Which backend framework is the most popular?',
        'It depends on whom you ask and what you count. Popularity matters for hiring and for finding answers; it says little about whether a tool fits your product.',
      ],
      [
        'Can we mix several?',
        'Yes, where there is a natural border: a Python service for a model behind a Node.js API is common. Each further language is one more thing to hire for, so let it earn its place.',
      ],
      [
        'Is Rust worth it for an ordinary web application?',
        'Rarely at first. It pays off in a component where speed, memory or safety is the product itself.',
      ],
    ),
    callToAction({
      title: 'Not sure which one fits?',
      text: 'Tell us what you want to build and who will maintain it. We have shipped with most of the technologies above and will say so when the boring choice is the right one.',
      label: 'Talk it through with us',
      topic: 'project',
    }),
  ),
}
