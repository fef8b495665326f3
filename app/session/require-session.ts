import { redirect } from 'next/navigation';
import { readSession, type Session } from './read-session';

/** For pages and server actions: without a session the browser is told what to do. */
export async function requireSession(): Promise<Session> {
  return (await readSession()) ?? redirect('/notice/session_ended');
}

/** What destroys or grants access needs the owner; a launch alone never makes one (design §6). */
export async function requireOwner(): Promise<Session> {
  const session = await requireSession();
  return session.role === 'owner' ? session : redirect('/notice/not_owner');
}
