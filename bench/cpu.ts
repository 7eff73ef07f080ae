/** So many rounds are measured, after one that warms up. */
const ROUNDS = 5;

/** The median of some rounds, in milliseconds of CPU, after one that warms up. */
export function cpuMedian(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000;
  });
  return times.slice(1).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
