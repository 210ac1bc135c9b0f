import { callout, code, figure, frameworkCard, h2, ol, p, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const movingOffLegacyPhp: DemoArticle = {
  slug: 'moving-off-a-legacy-php-application',
  title: 'Moving off a legacy PHP application, one route at a time',
  excerpt:
    'The rewrite that goes live in one night is the one that does not. A slower way which can be stopped on any Friday.',
  publishedAt: '2025-07-15T02:00:00.000Z',
  topics: ['architecture', 'delivery'],
  authors: ['amela-engineering'],
  related: ['api-versioning-without-regret', 'choosing-a-database-for-a-first-release'],
  sharing: 'strangler',
  content: richText(
    p(
      'The application is fourteen years old and earns all the money.',
      'It runs on a PHP version nobody patches, its business rules live in files called `functions2.php`, and the person who understands the invoices retires in autumn.',
      'Everybody agrees that it must be replaced.',
      'The question is how to do that while it keeps earning.',
    ),
    h2('Why not start afresh?'),
    p(
      'Because the old system is the only complete description of what your company does.',
      'Each strange condition in it was once a customer on the telephone.',
      'A rewrite from scratch throws these away and meets them again, one by one, after the launch, and until then the team delivers nothing anyone can use.',
      'Meanwhile the old application has to be changed too, because the law and the competitors do not wait.',
    ),
    h2('Put something in front'),
    p(
      'The alternative is old and dependable: place a router before the old application, and let it send one address after another to the new one. Martin Fowler called it the strangler fig, after a tree.',
    ),
    figure(
      'strangler',
      'The router decides by path. Both applications share session and database until the old one has nothing left to do.',
    ),
    code(
      'text',
      `
      upstream legacy { server 127.0.0.1:8080; }
      upstream modern { server 127.0.0.1:3000; }

      map $uri $app {
        default             legacy;
        ~^/account(/|$)     modern;
        ~^/invoices(/|$)    modern;
      }

      server {
        listen 443 ssl;   # certificates as before
        location / {
          proxy_pass http://$app;
          proxy_set_header Host $host;
          proxy_set_header X-Forwarded-Proto https;
        }
      }
      `,
      'nginx.conf',
    ),
    p(
      'On the day this goes live, nothing changes, and that is the point.',
      'From then on each route moves by one line, and moves back by one line if it has to.',
    ),
    h2('The order of things'),
    ol(
      '**Make it boring to deploy.** Old code into version control, a script for deployment, a staging system with realistic data. You will deploy the legacy application more often than in all the years before.',
      '**Upgrade PHP where it stands.** From 5.6 to 8 is tedious rather than difficult; Rector does a good part of it. A supported version takes the fear out of the schedule.',
      '**Write tests from the outside.** For the ten journeys that earn money, record what a browser sends and what comes back. They must pass against the old application first, and later against the new one.',
      '**Move something small and real.** The account page, say: it reads, it writes, it needs the session, and no one loses money if it fails for an hour.',
      '**Then follow the pain.** Move whatever is changed most often. Parts nobody touches can stay until the end, and a few of them turn out to have no users.',
    ),
    h2('The hard part is shared state'),
    p(
      'A visitor must not have to log in twice.',
      'PHP keeps sessions in files, in its own format; move them to a store both sides can read, in JSON, before you move any page.',
    ),
    code(
      'php',
      `
      <?php
      // Loaded before anything else in the old application. The handler unserialises what PHP
      // passes to it and stores JSON, so that the new application can read it too.
      ini_set('session.serialize_handler', 'php_serialize');
      session_set_save_handler(new JsonRedisSessionHandler($redis, prefix: 'session:'), true);
      session_start();
      `,
      'bootstrap.php',
    ),
    p(
      'The database stays shared for a long time, so decide for each table who may write to it.',
      'Two applications writing to the same table with different ideas of what is valid is how data goes bad quietly.',
    ),
    table(
      'One owner for every table',
      ['Table', 'Written by', 'Read by', 'Moves when'],
      ['customers', 'new', 'both', 'done'],
      ['invoices', 'old', 'both', 'with the invoice routes'],
      ['stock', 'old, by nightly import', 'both', 'last'],
      ['newsletter_tmp3', 'nobody', 'nobody', 'delete'],
    ),
    callout(
      'warning',
      'Passwords come along',
      'If the old application stored MD5 hashes, do not ask everyone to reset.',
      'Wrap the old hash in a modern one today (Argon2id of the MD5), and replace it with a clean one the next time each person logs in.',
    ),
    h2('What should the new part be written in?'),
    p(
      'Often, in PHP. If your team knows it, a modern framework keeps the people, the hosting and much of the knowledge, and leaves one risk fewer on the list.',
    ),
    frameworkCard('php'),
    p(
      'Another language is justified by what comes next: a team that already writes TypeScript for the app, a product that turns towards data. Our [comparison](article:best-backend-frameworks-2024) may help.',
    ),
    h2('Know when to stop'),
    ul(
      'Every month, a route has moved or there is a written reason why not.',
      'The number of lines in the old repository goes down. Deleting is a deliverable.',
      'If the budget ends early, you keep a system that works, with its most changed parts renewed.',
    ),
    p('No part of this is heroic. That is what makes it suitable for an application which earns all the money.'),
  ),
}
