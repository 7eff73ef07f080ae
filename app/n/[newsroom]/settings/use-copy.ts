import { useState } from "react";

/** Puts a text into the clipboard, and says whether that went. */
export function useCopy(text: string): { copied: "no" | "yes" | "failed"; copy: () => void } {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  return {
    copied,
    // Refused without https, or when the browser asks and the person says no.
    copy: () =>
      void navigator.clipboard.writeText(text).then(
        () => setCopied("yes"),
        () => setCopied("failed"),
      ),
  };
}
