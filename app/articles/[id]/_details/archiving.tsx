import { Archive, ArchiveRestore } from "lucide-react";
import { useState } from "react";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ConfirmDialog } from "~/app/_ui/confirm-dialog";
import { leadsFrom } from "~/core/life";
import { can } from "~/core/policy";
import type { ContentsProps } from "./article-details";
import { useCommand } from "./use-command";

/** Takes the article out of the list, or brings it back, after a question. */
export function Archiving({ article, actor, execute }: ContentsProps) {
  const [asking, setAsking] = useState(false);
  const command = useCommand(execute);
  if (!can(actor, "archive", { article }).allowed) return null;
  const isArchived = article.state === "archived";
  if (!isArchived && !leadsFrom("archiveArticle", article.state)) return null;
  const { archive, archiveTitle, archiveWhy, restore, restoreTitle, restoreWhy } = words.articleDetails;
  return (
    <div className="border-t pt-4">
      {isArchived && <p className="mb-2">{words.articleDetails.archived}</p>}
      <Button onClick={() => setAsking(true)}>
        {isArchived ? <ArchiveRestore aria-hidden="true" /> : <Archive aria-hidden="true" />}
        {isArchived ? restore : archive}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={isArchived ? restoreTitle : archiveTitle}
        description={isArchived ? restoreWhy : archiveWhy}
        confirm={isArchived ? restore : archive}
        busy={command.busy}
        {...(command.trouble !== undefined && { error: command.trouble })}
        onConfirm={() => {
          void command.send({ type: isArchived ? "restoreArticle" : "archiveArticle" }).then((done) => {
            if (done) setAsking(false);
          });
        }}
      />
    </div>
  );
}
