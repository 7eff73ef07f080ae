/** How long to wait before the attempt after `failures` ones, in milliseconds: twice as long each time, by chance up to half less. */
export function backOff(failures: number, random: number): number {
  const most = Math.min(30_000, 1_000 * 2 ** Math.max(0, failures - 1));
  return most * (1 - random / 2);
}
