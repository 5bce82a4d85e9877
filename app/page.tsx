import { redirect } from 'next/navigation';
import { getSession } from '@/lib/server/session';

/** The way in: the first connected space, or the sign-in page. */
export default async function Home() {
  const session = await getSession();
  const first = session?.connections[0];
  redirect(first ? `/${first.spaceHost}/issues` : '/sign-in');
}
