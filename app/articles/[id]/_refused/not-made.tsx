"use client";

import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { onDemand } from "~/app/_lib/on-demand";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { useConflicts } from "~/app/articles/[id]/_store/hooks";

const NotMadeDialog = onDemand(async () => (await import("./not-made-dialog")).NotMadeDialog);

/** In the header, where something of one's own was refused: how much, and what is to become of each. */
export function NotMade() {
  const count = useConflicts().length;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {count > 0 && (
        <Button
          small
          variant="danger"
          aria-haspopup="dialog"
          aria-label={words.notMade.button(count)}
          onClick={() => setOpen(true)}
        >
          <TriangleAlert aria-hidden="true" />
          <span className="max-xl:hidden">{words.notMade.button(count)}</span>
          <span className="xl:hidden">{count}</span>
        </Button>
      )}
      <NotMadeDialog open={isOpen} onOpenChange={setOpen} />
    </>
  );
}
