import { ArchiveRoute, archiveMetadata } from '@/articles/components/archive-route'

export const generateMetadata = () => archiveMetadata({})

export default function BlogPage() {
  return <ArchiveRoute />
}
