const step = 15_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Calls back every 15 s until the returned function is called; one timer serves the whole page. */
export function subscribeToClock(onTick: () => void): () => void {
  listeners.add(onTick);
  timer ??= setInterval(() => {
    for (const listener of listeners) listener();
  }, step);
  return () => {
    listeners.delete(onTick);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Now in milliseconds, in steps of 15 s so that renders in between agree. */
export function timeNow(): number {
  return Math.floor(Date.now() / step) * step;
}

let zone: string | undefined;

/** The reader's time zone, such as "Europe/Oslo"; asked for once, since asking takes as long as drawing a card. */
export function zoneNow(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone;
}
