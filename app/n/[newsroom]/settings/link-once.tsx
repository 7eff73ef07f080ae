"use client";

import { Check, Copy } from "lucide-react";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Field } from "~/app/_ui/field";
import { TextInput } from "~/app/_ui/text-input";
import { useCopy } from "./use-copy";

/** A one-time link in the only moment in which it is known, with a button that copies it. */
export function LinkOnce({ path, onDone }: { path: string; onDone: () => void }) {
  const said = words.settings.link;
  const link = new URL(path, window.location.origin).href;
  const { copied, copy } = useCopy(link);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-pretty">{said.once}</p>
      <Field label={said.label} error={copied === "failed" ? said.notCopied : undefined}>
        <TextInput
          readOnly
          dir="ltr"
          value={link}
          onFocus={(event) => event.target.select()}
          className="font-mono"
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={copy} variant={copied === "yes" ? "quiet" : "primary"}>
          {copied === "yes" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          <span aria-live="polite">{copied === "yes" ? said.copied : said.copy}</span>
        </Button>
        <Button onClick={onDone} variant={copied === "yes" ? "primary" : "quiet"}>
          {said.done}
        </Button>
      </div>
    </div>
  );
}
