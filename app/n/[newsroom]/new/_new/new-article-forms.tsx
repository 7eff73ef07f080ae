"use client";

import { useState } from "react";

import * as words from "~/app/_lib/words";
import { Tabs } from "~/app/_ui/tabs";
import type { Desk } from "~/core/newsroom";
import { PasteForm } from "./paste-form";
import { UploadForm } from "./upload-form";
import { useFileDrop } from "~/app/_lib/use-file-drop";
import { useUploads } from "./use-uploads";

interface NewArticleFormsProps {
  newsroom: string;
  desks: readonly Desk[];
}

/** The two ways in. Uploads go on while the other one is looked at. */
export function NewArticleForms({ newsroom, desks }: NewArticleFormsProps) {
  const [way, setWay] = useState<"paste" | "upload">("paste");
  const uploads = useUploads(newsroom);
  const isOver = useFileDrop((files) => {
    setWay("upload");
    uploads.add(files);
  });
  return (
    <Tabs
      label={words.newArticle.ways}
      value={way}
      onChange={setWay}
      tabs={[
        {
          id: "paste",
          label: words.newArticle.paste,
          panel: <PasteForm newsroom={newsroom} desks={desks} />,
        },
        {
          id: "upload",
          label: words.newArticle.upload,
          ...(uploads.rows.length > 0 && { count: uploads.rows.length }),
          panel: <UploadForm uploads={uploads} desks={desks} isOver={isOver} />,
        },
      ]}
    />
  );
}
