const { readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

/** Folders of features: each owns all of itself. */
const FEATURES = 'admin|articles|booking|content-pages|frameworks|leads|media|people'

/** What features share: the audit log, the site's frame, what forms are made of, mail and search. */
const SHARED = 'audit|forms|mail|search|site'

/** What a feature shows to others: what it reads, what visitors may do with it, what its mails look like, components and rules meant for sharing. */
const FEATURE_DOORS = '/(queries|actions|figures|mail-samples)\\.ts$|/components/'

/** Types that Payload generates from the configuration of everything; anybody may name them. */
const GENERATED = '^src/payload-types\\.ts$'

/** Files that run in the browser, by the directive at their top. */
const CLIENT_FILES = readdirSync('src', { recursive: true })
  .map((name) => join('src', String(name)))
  .filter((file) => file.endsWith('.tsx') && /^['"]use client['"]/.test(readFileSync(file, 'utf8')))

const exactly = (files) => `^(${files.map((file) => file.replace(/[.()[\]]/g, '\\$&')).join('|')})$`

const below = (folders) => `^src/(${folders})/`
const layer = (name, folders, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: below(folders), pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(app|src|tests)/', pathNot: [below(allowed), GENERATED] },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'], pathNot: GENERATED } },
    },
    layer('server-knows-platform-alone', 'server', 'server|platform', 'It is another bundle than the pages.'),
    {
      name: 'server-without-payload',
      comment: 'Payload starts inside Next; a second one in the server would have a database of its own.',
      severity: 'error',
      from: { path: '^src/server/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/(payload|@payloadcms)/', reachable: true },
    },
    layer('platform-knows-no-product', 'platform', 'platform|migrations'),
    layer('ui-knows-no-features', 'ui', 'ui|platform'),
    layer('access-knows-no-features', 'access', 'access|ui|platform'),
    layer('shared-knows-no-features', SHARED, `rich-text|${SHARED}|access|ui|platform`),
    layer('features-know-what-is-below', FEATURES, `${FEATURES}|rich-text|${SHARED}|access|ui|platform`),
    layer('rich-text-knows-no-pages', 'rich-text', `rich-text|booking|frameworks|media|${SHARED}|access|ui|platform`),
    {
      name: 'features-meet-at-their-doors',
      comment: 'Another feature is its queries, its actions and the components it shares.',
      severity: 'error',
      from: { path: `^src/(${FEATURES}|rich-text)/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: below(FEATURES), pathNot: ['^src/$1/', FEATURE_DOORS] },
    },
    {
      name: 'demo-is-for-the-command-line',
      comment: 'Brand facts live in the demo content, and no page may show them by any other way than the database.',
      severity: 'error',
      from: { path: '^(app|src)/|^[^/]+$', pathNot: '^src/(demo/|cli\\.ts$)' },
      to: { path: '^src/demo/' },
    },
    {
      name: 'backup-is-for-the-command-line',
      severity: 'error',
      from: { path: '^(app|src)/|^[^/]+$', pathNot: '^src/(backup/|cli\\.ts$)' },
      to: { path: '^src/backup/' },
    },
    {
      name: 'reading-pages-are-documents',
      comment: 'The page server takes the scripts out: a client component would be dead for visitors.',
      severity: 'error',
      from: { path: '^app/\\(site\\)/' },
      to: { path: exactly(CLIENT_FILES), reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|woff2?)$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
