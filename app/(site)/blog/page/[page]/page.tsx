import { ArchiveRoute, archiveMetadata } from '@/articles/components/archive-route'

type Props = { params: Promise<{ page: string }> }

export const generateMetadata = async ({ params }: Props) => archiveMetadata(await params)

export default async function NumberedBlogPage({ params }: Props) {
  return <ArchiveRoute {...(await params)} />
}
