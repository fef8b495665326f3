import type { NextRequest } from 'next/server';
import { leaveFor } from '@/app/session/flow';
import { compose } from '@/src/compose';

const ORG_ID = /^\d{1,20}$/;

/** The install starts here, and so does a plain login (spec R9.3). */
export async function GET(request: NextRequest): Promise<Response> {
  const orgId = request.nextUrl.searchParams.get('orgid') ?? '';
  return leaveFor(await compose().install.begin(ORG_ID.test(orgId) ? orgId : undefined));
}
