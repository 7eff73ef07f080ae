import { useState } from "react";

import type { ArticleCommand } from "~/core/shapes/command";
import type { Execute } from "./article-details";
import { whyNot } from "./why-not";

/** Sends one command at a time and keeps what stood in the way of the last. */
export function useCommand(execute: Execute) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  /** @returns whether it was done */
  const send = async (command: ArticleCommand): Promise<boolean> => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await execute(command);
      return true;
    } catch (error) {
      setTrouble(whyNot(error).sentence);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, send };
}
