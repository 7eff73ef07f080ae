import * as words from "~/app/_lib/words";

/** The first stop of the Tab key: past the header to the content. */
export function SkipLink({ to = "#main" }: { to?: string }) {
  return (
    <a
      href={to}
      className="sr-only z-50 rounded-md bg-accent px-3 py-2 font-medium text-accent-ink focus:not-sr-only focus:fixed focus:start-2 focus:top-2"
    >
      {words.common.skipToContent}
    </a>
  );
}
