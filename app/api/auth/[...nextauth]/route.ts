import NextAuth from 'next-auth';
import { nextAuthOptions } from '@/app/session/next-auth-options';
import { compose } from '@/src/compose';

type Context = { params: Promise<{ nextauth: string[] }> };

function handler(request: Request, context: Context): Promise<Response> {
  // next-auth reads its own address from the environment only.
  process.env.NEXTAUTH_URL ??= compose().env.APP_URL;
  return NextAuth(nextAuthOptions())(request, context);
}

export { handler as GET, handler as POST };
