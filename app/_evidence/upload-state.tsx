"use client";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import { ProgressBar } from "~/app/_ui/progress-bar";
import type { FileUpload } from "./use-file-upload";

const say = words.files;

/** How far a file is on its way, with the way to stop it; or why it did not arrive, and what is safe. */
export function UploadState({ upload: { state, cancel } }: { upload: FileUpload }) {
  if (state.status === "failed") {
    return <ErrorNote happened={say.notSent} safe={say.itemSafe} todo={state.sentence} />;
  }
  if (state.status === "idle") return null;
  const { name, share } = state;
  return (
    <div className="flex items-end gap-3">
      <div className="min-w-0 grow">
        <ProgressBar
          label={share < 1 ? say.sending(name) : say.storing}
          done={Math.floor(share * 100)}
          total={100}
          counts={say.percent(share)}
        />
      </div>
      <Button small onClick={cancel}>
        {say.cancel}
      </Button>
    </div>
  );
}
