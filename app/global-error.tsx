"use client";

import { fontVariables } from "./_lib/fonts";
import * as words from "./_lib/words";
import PageError from "./error";
import "./globals.css";

/** The last resort, when the root layout itself failed: it brings its own document. */
export default function GlobalError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>{`${words.errors.failed.title} · ${words.common.product}`}</title>
        <PageError {...props} />
      </body>
    </html>
  );
}
