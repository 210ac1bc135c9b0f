import { resolve } from 'node:path'
import { en } from '@payloadcms/translations/languages/en'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { isAdmin } from '@/access/roles'
import { dashboardLayout } from '@/admin/dashboard-layout'
import { articles } from '@/articles/collection'
import { topics } from '@/articles/topics'
import { audited, auditedGlobal } from '@/audit/audited'
import { auditEntries } from '@/audit/collection'
import { booking } from '@/booking/global'
import { busyFeeds, hosts } from '@/booking/hosts'
import { meetingTypes } from '@/booking/meeting-types'
import { meetingClaims, meetings } from '@/booking/meetings'
import { pages } from '@/content-pages/collection'
import { frameworks } from '@/frameworks/collection'
import { statistics } from '@/frameworks/statistics'
import { leads } from '@/leads/collection'
import { contactPoints } from '@/leads/contact-points'
import { leadEvents, titleOfEvent } from '@/leads/events'
import { notifications } from '@/leads/notifications'
import { erasures } from '@/leads/privacy/erasures'
import { contactSubmissions } from '@/leads/submissions'
import { accountMail } from '@/mail/account-mail'
import { emailAttempts, emails } from '@/mail/collection'
import { media } from '@/media/collection'
import type { Host, LeadEvent, MeetingType, User } from '@/payload-types'
import { authors } from '@/people/authors'
import { users } from '@/people/users'
import { answerClientFault } from '@/platform/api-guard/client-fault'
import { refuseMisshapenData } from '@/platform/api-guard/refuse-misshapen'
import { invalidations, leases } from '@/platform/collections'
import { database } from '@/platform/database'
import { buildSafeEnv } from '@/platform/env'
import { log } from '@/platform/log'
import { onInit } from '@/platform/on-init'
import { richTextBlocks } from '@/rich-text/blocks'
import { editor } from '@/rich-text/editor'
import { navigation } from '@/site/globals/navigation'
import { settings } from '@/site/globals/settings'
import { redirects } from '@/site/redirects/collection'
import { iconPath } from '@/site/urls'

const env = buildSafeEnv()

export default buildConfig({
  secret: env.PAYLOAD_SECRET,
  serverURL: env.SITE_URL,
  db: database(env),
  editor,
  email: accountMail,
  sharp,
  collections: [
    articles,
    topics,
    frameworks,
    statistics,
    pages,
    authors,
    media(),
    audited(leads),
    contactSubmissions,
    emails,
    emailAttempts,
    audited(contactPoints),
    audited<LeadEvent>(leadEvents, { title: titleOfEvent, deletionsOnly: true }),
    audited<User>(users(), { title: ({ name }) => name, system: true }),
    audited<Host>(hosts, { title: ({ name }) => name }),
    busyFeeds,
    audited<MeetingType>(meetingTypes, { title: ({ name }) => name }),
    audited(meetings),
    meetingClaims,
    redirects,
    auditEntries,
    erasures,
    invalidations,
    leases,
  ],
  globals: [settings, navigation, notifications, booking].map(auditedGlobal),
  blocks: richTextBlocks,
  admin: {
    user: 'users',
    // Payload's default asks Gravatar about everybody who signs in.
    avatar: 'default',
    importMap: { baseDir: resolve('.'), importMapFile: resolve('app/(payload)/admin/importMap.js') },
    meta: {
      titleSuffix: ' · Admin',
      description: 'Where the site is written and its leads are answered',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: iconPath }],
      defaultOGImageType: 'off',
    },
    dateFormat: 'd MMM yyyy, HH:mm',
    components: {
      graphics: { Logo: '/src/admin/logo#Logo', Icon: '/src/admin/logo#Icon' },
      header: ['/src/admin/staging-banner#StagingBanner'],
      beforeLogin: ['/src/admin/staging-banner#StagingBanner'],
      afterNavLinks: ['/src/admin/nav-counts#NavCounts', '/src/booking/week/week-nav#WeekNav'],
      views: {
        mailPreviews: { path: '/mail-previews', Component: '/src/admin/mail-previews/view#MailPreviews' },
        meetingsWeek: { path: '/meetings-week', Component: '/src/booking/week/week-view#WeekView' },
        bookForCaller: { path: '/meetings-book', Component: '/src/booking/staff/book-view#BookView' },
      },
    },
    dashboard: {
      widgets: [
        { slug: 'attention', label: 'Needs attention', Component: '/src/admin/attention-widget#AttentionWidget' },
        {
          slug: 'unfit-meetings',
          label: 'Meetings that no longer fit',
          Component: '/src/booking/unfit/admin/unfit-widget#UnfitWidget',
        },
        {
          slug: 'lead-figures',
          label: 'Leads in figures',
          Component: '/src/leads/figures/lead-figures-widget#LeadFiguresWidget',
        },
      ],
      defaultLayout: dashboardLayout,
    },
  },
  jobs: {
    access: {
      run: ({ req }) => isAdmin(req.user),
      queue: ({ req }) => isAdmin(req.user),
      cancel: ({ req }) => isAdmin(req.user),
    },
    deleteJobOnComplete: true,
    jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
      ...defaultJobsCollection,
      access: {
        read: ({ req }) => isAdmin(req.user),
        create: () => false,
        update: () => false,
        delete: ({ req }) => isAdmin(req.user),
      },
    }),
  },
  upload: { limits: { fileSize: 20 * 1024 * 1024 }, abortOnLimit: true },
  graphQL: { disablePlaygroundInProduction: true, maxComplexity: 1000 },
  i18n: { supportedLanguages: { en }, fallbackLanguage: 'en' },
  plugins: [refuseMisshapenData],
  hooks: { afterError: [answerClientFault] },
  telemetry: false,
  typescript: { outputFile: resolve('src/payload-types.ts') },
  logger: log(),
  onInit,
})
