import { notice } from '@/app/session/notice';
import { isNoticeCode } from '@/app/session/notice-code';

/** A notice by its name, for pages and actions that can only redirect. */
export async function GET(_request: Request, context: { params: Promise<{ code: string }> }): Promise<Response> {
  const { code } = await context.params;
  return notice(isNoticeCode(code) ? code : 'session_ended');
}
