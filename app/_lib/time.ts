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
