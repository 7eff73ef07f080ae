"use client";

import { useState } from "react";
import * as words from "~/app/_lib/words";

/** An event by its number and the beginning of its hash; pressed, the whole of it. Printed it is whole. */
export function Fingerprint({ seq, hash }: { seq: number; hash: string }) {
  const [isWhole, setWhole] = useState(false);
  return (
    <button
      type="button"
      aria-expanded={isWhole}
      aria-label={words.audit.fingerprint(seq)}
      className="relative z-10 min-h-6 cursor-pointer rounded-sm text-start font-mono text-xs break-all text-muted hover:text-ink hover:underline pointer-coarse:min-h-11"
      onClick={() => setWhole(!isWhole)}
    >
      #{seq} <span className="print:hidden">{isWhole ? hash : hash.slice(0, 8)}</span>
      <span className="hidden print:inline">{hash}</span>
    </button>
  );
}
