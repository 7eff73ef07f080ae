"use client";

import { useEffect, useRef } from "react";
import * as words from "./_lib/words";
import { Button } from "./_ui/button";
import { ErrorNote } from "./_ui/error-note";

/** Stands in for a page that failed; the frame around it stays. */
export default function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { title, happened, safe, todo } = words.errors.failed;
  return (
    <main className="mx-auto flex w-full max-w-xl flex-col gap-4 px-4 py-16">
      <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold outline-none">
        {title}
      </h1>
      <ErrorNote
        happened={happened}
        safe={safe}
        todo={todo}
        code={error.digest}
        action={<Button onClick={retry}>{words.common.retry}</Button>}
      />
    </main>
  );
}
