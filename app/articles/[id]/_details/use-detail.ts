import { useState } from "react";

import type { ArticleDetails } from "~/core/article";
import type { Execute } from "./article-details";
import { whyNot } from "./why-not";

interface DetailOptions {
  name: keyof ArticleDetails;
  /** What stands now. */
  present: string | null;
  execute: Execute;
}

export interface Detail {
  /** What one wants it to be while that is not what stands; undefined when nothing is pending. */
  readonly mine: string | null | undefined;
  /** What stands instead, where somebody was faster. */
  readonly conflict: { readonly present: string | null } | null;
  /** Why it was not saved, where that is no conflict. */
  readonly trouble: string | undefined;
  /** `from`: what stood when it began to be changed, where that takes a while. */
  readonly save: (to: string | null, from?: string | null) => void;
  /** Lets go of one's own value. */
  readonly drop: () => void;
}

interface Pending {
  to: string | null;
  conflict?: string | null;
  trouble?: string;
}

/** One detail of an article: it is saved against the value that was seen, and overwrites no other. */
export function useDetail({ name, present, execute }: DetailOptions): Detail {
  const [pending, setPending] = useState<Pending | null>(null);

  const send = async (from: string | null, to: string | null) => {
    if (from === to) {
      setPending(null);
      return;
    }
    setPending({ to });
    try {
      await execute({ type: "changeDetail", name, from, to });
      setPending(null);
    } catch (error) {
      const { kind, sentence, present: standing } = whyNot(error);
      if (kind === "conflict") setPending({ to, conflict: typeof standing === "string" ? standing : null });
      else setPending({ to, trouble: sentence });
    }
  };

  return {
    mine: pending?.to,
    conflict: pending?.conflict === undefined ? null : { present: pending.conflict },
    trouble: pending?.trouble,
    save: (to, from = present) => void send(pending?.conflict === undefined ? from : pending.conflict, to),
    drop: () => setPending(null),
  };
}
