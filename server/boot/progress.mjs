/** What the terminal shows while Galley starts or is tested: a line for each step, with its seconds. */

const isTerminal = process.stdout.isTTY === true;

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs one step and prints `label … 1.2 s (result)`; a step that fails says so and throws on.
 *
 * @template T
 * @param {string} label
 * @param {() => T | Promise<T>} work
 * @param {(result: T) => string} [describe] a few words on the result
 * @returns {Promise<T>}
 */
export async function step(label, work, describe) {
  const began = performance.now();
  const name = `  ${label}`.padEnd(34);
  if (isTerminal) process.stdout.write(`${name} …`);
  try {
    const result = await work();
    const words = describe?.(result);
    say(`${isTerminal ? "\r" : ""}${name} ${seconds(began)}${words ? `  ${words}` : ""}`);
    return result;
  } catch (error) {
    say(`${isTerminal ? "\r" : ""}${name} ${seconds(began)}  failed`);
    throw error;
  }
}

/** @param {number} began a time of performance.now() */
export function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`.padStart(7);
}

/**
 * Ends the program with an error's sentence; the stack only when asked for with LOG_LEVEL=debug.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function giveUp(error) {
  const words = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error && process.env.LOG_LEVEL === "debug" ? `\n\n${error.stack}` : "";
  process.stderr.write(`\n${words}${stack}\n`);
  process.exit(1);
}
