import type { Digest } from "./preferences";

/** When a person's digests are due. */

const HOUR = 3_600_000;

/** Whether a text names a time zone, "Europe/Oslo" or "UTC". @see https://www.iana.org/time-zones */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The last moment, up to now, at which a digest was due; null for whoever wants none. Where the clocks skip the hour of a
 * day, it is due when they have.
 * @param now milliseconds since 1970, as is the answer
 */
export function lastDue({ every, hour, zone }: Digest, now: number): number | null {
  if (every === "never") return null;
  const thisHour = now - (now % HOUR);
  if (every === "hourly") return thisHour;
  const local = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });
  const hourAt = (moment: number) => Number(local.format(moment));
  // Some zones' hours begin at a quarter or half of UTC's.
  const quarter = HOUR / 4;
  const newest = now - (now % quarter);
  for (let moment = newest; moment > newest - 26 * HOUR; moment -= quarter) {
    const [before, here] = [hourAt(moment - quarter), hourAt(moment)];
    const isSkipped = here === (before + 2) % 24 && hour === (before + 1) % 24;
    if (before !== here && (here === hour || isSkipped)) return moment;
  }
  return null;
}
