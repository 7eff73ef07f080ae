/**
 * One orderly end, however it comes: Ctrl-C at any step, SIGTERM, a launcher that was killed, a failure,
 * or the work being done. What was opened last is closed first.
 */
const closers: (() => Promise<void>)[] = [];
let ending: Promise<never> | undefined;
let firstSignal = 0;
let codeOnSignal = 130;

/** Registers what has to be closed. Register before the opening is awaited, so that an end in between finds it. */
export function onEnd(close: () => Promise<void>): void {
  closers.push(close);
}

/** Closes everything and ends the process; later calls join the first. */
export function end(code: number): Promise<never> {
  return (ending ??= closeAll(code));
}

async function closeAll(code: number): Promise<never> {
  for (const close of closers.reverse()) {
    try {
      await close();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  process.exit(code);
}

/** What a signal ends the process with from now on: 130 while starting, 0 once stopping is the normal end. */
export function endCodeIs(code: number): void {
  codeOnSignal = code;
}

/** Listens for the ways in which the outside world ends a process. A second Ctrl-C, a second later, is impatience. */
export function listenForEnd(): void {
  const leave = () => {
    if (firstSignal !== 0) return;
    firstSignal = Date.now();
    process.stdout.write("\nStopping …\n");
    void end(codeOnSignal);
  };
  process.on("SIGTERM", leave);
  // The launcher was killed: nobody is left who could stop us.
  process.once("disconnect", leave);
  process.on("SIGINT", () => {
    // One Ctrl-C arrives twice, from the terminal and from the launcher.
    if (firstSignal !== 0 && Date.now() - firstSignal > 1000) process.exit(130);
    leave();
  });
}
