import { redirect } from 'next/navigation';

/** The list is the product: the bare address of a space leads there. */
export default async function SpaceHome({ params }: { params: Promise<{ space: string }> }) {
  const { space } = await params;
  redirect(`/${decodeURIComponent(space)}/issues`);
}
