const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

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
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  }).format(at);
}

/** The day: "22 Nov 2026". */
export function calendarDay(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }).format(at);
}

/** The time of day: "10:42". */
export function clockTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(at);
}
