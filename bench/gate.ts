/**
 * Measures how long the gate takes to answer over a whole article: `npm run bench:gate`. Every tag is of a kind that some
 * rule asks about, and none was checked, which is the most that there is to list; told are the CPU time and how much
 * closes the gate.
 */
import { askGate, closedRules, USUAL_RULES } from "~/core/gate";
import { QCU_1 } from "~/core/qcu";
import type { Attributes } from "~/core/scheme";
import type { Tag } from "~/core/tag";
import { articleWithTag, TAG, tagNumber } from "~/core/testing";
import { cpuMedian } from "./cpu";

const SIZES = [300, 3_000, 20_000];
const KINDS: readonly { type: string; attributes: Attributes }[] = [
  { type: "claim", attributes: { kind: "event", priority: "must", legal: true } },
  { type: "claim", attributes: { kind: "event", priority: "should", legal: false } },
  { type: "quote", attributes: { form: "direct" } },
  { type: "uncertainty", attributes: { kind: "anonymous" } },
  { type: "uncertainty", attributes: { kind: "conflicting" } },
];

const open = articleWithTag("open").slice.tags.get(TAG);
if (!open) throw new Error("The article to measure on has no tag.");

for (const size of SIZES) {
  const tags = new Map(
    Array.from({ length: size }, (_, n): [Tag["id"], Tag] => {
      const id = tagNumber(n);
      const links = [{ kind: "about", target: tagNumber((n * 7) % size) }];
      return [id, { ...open, ...KINDS[n % KINDS.length], id, links }];
    }),
  );
  const ask = () => askGate({ tags, threads: new Map() }, QCU_1, USUAL_RULES);
  const closing = closedRules(ask()).reduce((sum, { items }) => sum + items.length, 0);
  process.stdout.write(
    `${String(size).padStart(6)} tags: ${cpuMedian(ask).toFixed(1).padStart(6)} ms of CPU, ${closing} close it\n`,
  );
}
