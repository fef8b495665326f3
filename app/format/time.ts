import { type Locale, TIME_ZONE } from '@/app/i18n/locales';

const parts = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour12: false, ...options });

// Intl's short Vietnamese date has a two-digit year and puts the time first: the parts are given one by one.
const day = parts({ day: '2-digit', month: '2-digit', year: 'numeric' });
const clock = parts({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const clockWithSeconds = parts({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

/** `06/03/2026` in Vietnam's time, whatever the browser's zone. */
export const formatDay = (at: Date): string => day.format(at);

/** `06/03/2026 00:04` (spec R6.1). */
export const formatTime = (at: Date): string => `${day.format(at)} ${clock.format(at)}`;

/** `12:03:21`, for freshness. */
export const formatClock = (at: Date): string => clockWithSeconds.format(at);

const WORDS = {
  vi: { now: 'vừa xong', s: 'giây trước', m: 'phút trước', h: 'giờ trước', d: 'ngày trước' },
  en: { now: 'just now', s: 's ago', m: 'min ago', h: 'h ago', d: 'd ago' },
} as const;

/** `4 giây trước`, `37 phút trước`, `2 giờ trước`. */
export function formatAge(ageMs: number, locale: Locale): string {
  const words = WORDS[locale];
  const seconds = Math.floor(ageMs / 1000);
  if (seconds < 2) return words.now;
  if (seconds < 60) return `${seconds} ${words.s}`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} ${words.m}`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} ${words.h}`;
  return `${Math.floor(seconds / 86_400)} ${words.d}`;
}

const LEFT = {
  vi: { left: 'còn', late: 'quá hạn', m: 'phút', h: 'giờ', d: 'ngày' },
  en: { left: 'left:', late: 'late by', m: 'min', h: 'h', d: 'd' },
} as const;

/** `còn 3 giờ 20 phút`, `quá hạn 2 giờ`: how long until a deadline. @param leftMs negative once it has passed */
export function formatLeft(leftMs: number, locale: Locale): string {
  const words = LEFT[locale];
  const minutes = Math.floor(Math.abs(leftMs) / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const figures = [
    [days, words.d],
    [hours, words.h],
    [days > 0 ? 0 : minutes % 60, words.m],
  ].flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`]));
  return `${leftMs < 0 ? words.late : words.left} ${figures.join(' ') || `0 ${words.m}`}`;
}
