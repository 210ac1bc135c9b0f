import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const config = {
  // Every client gets its metadata in <head>: streamed metadata lands behind </footer>.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: import.meta.dirname,
  // Renders with React for servers, and chooses it when it runs; a bundle would bring that of the pages.
  serverExternalPackages: ['react-email'],
  turbopack: { root: import.meta.dirname },
}

export default withPayload(config)
