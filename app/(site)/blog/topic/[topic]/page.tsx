import { ArchiveRoute, archiveMetadata } from '@/articles/components/archive-route'

type Props = { params: Promise<{ topic: string }> }

export const generateMetadata = async ({ params }: Props) => archiveMetadata(await params)

export default async function TopicPage({ params }: Props) {
  return <ArchiveRoute {...(await params)} />
}
