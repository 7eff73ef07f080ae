const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Making a formatter takes as long as a hundred uses of it: each is made once. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${Object.keys(options).join(" ")}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat("en-GB", { ...options, timeZone });
  made.set(key, known);
  return known;
}

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });

/** How long ago, or how soon: "now", "5 min. ago", "in 3 hr.", "yesterday"; from a week on the date. */
export function relativeTime(at: Date, now: Date, timeZone: string): string {
  const difference = at.getTime() - now.getTime();
  const distance = Math.abs(difference);
  if (distance < 45_000) return relative.format(0, "second");
  if (distance < hour - minute / 2) return relative.format(Math.round(difference / minute), "minute");
  if (distance < day - hour / 2) return relative.format(Math.round(difference / hour), "hour");
  if (distance < 7 * day) return relative.format(Math.round(difference / day), "day");
  return calendarDay(at, timeZone);
}

/** Date, time and zone in full: "Sunday, 22 November 2026 at 10:42 UTC". */
export function absoluteTime(at: Date, timeZone: string): string {
  return formatter(timeZone, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(at);
}

/** The day: "22 Nov 2026". */
export function calendarDay(at: Date, timeZone: string): string {
  return formatter(timeZone, { dateStyle: "medium" }).format(at);
}

/** The time of day: "10:42". */
export function clockTime(at: Date, timeZone: string): string {
  return formatter(timeZone, { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** When a day such as "2026-11-22" begins in a zone, in milliseconds since 1970; null for what is no day. */
export function startOfDay(day: string, timeZone: string): number | null {
  const utc = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(utc)) return null;
  // Once more, since the clocks may have changed between the guess and the day's beginning.
  return utc - offsetAt(utc - offsetAt(utc, timeZone), timeZone);
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = formatter(timeZone, {
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(new Date(at));
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  const shown = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return shown - Math.floor(at / 1_000) * 1_000;
}
