import { redirect } from 'next/navigation';
import { readSession, type Session } from './read-session';

/** For pages and server actions: without a session the browser is told what to do. */
export async function requireSession(): Promise<Session> {
  return (await readSession()) ?? redirect('/notice/session_ended');
}
