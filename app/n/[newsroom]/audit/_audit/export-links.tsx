import { Download } from "lucide-react";

import * as words from "~/app/_lib/words";
import { buttonLook } from "~/app/_ui/button-look";
import type { Asked } from "./filter";

const say = words.audit;

/** The ways to what the filters show, as a file. */
export function ExportLinks({ asked }: { asked: Asked }) {
  return (
    <div role="group" aria-label={say.export} className="flex flex-wrap gap-2 print:hidden">
      {(["csv", "jsonl"] as const).map((format) => (
        <a key={format} href={addressOf(asked, format)} download className={buttonLook()}>
          <Download aria-hidden="true" />
          {say.exportAs[format]}
        </a>
      ))}
    </div>
  );
}

function addressOf({ newsroom, filter }: Asked, format: string): string {
  const query = new URLSearchParams({ newsroom, format });
  for (const [name, value] of Object.entries(filter)) if (value !== null) query.set(name, String(value));
  return `/api/audit?${query}`;
}
