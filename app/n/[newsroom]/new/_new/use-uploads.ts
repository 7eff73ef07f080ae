import { useEffect, useReducer, useRef, useState } from "react";
import { v7 } from "uuid";

import { type Uploaded, uploadArticle } from "~/app/_lib/upload";
import * as words from "~/app/_lib/words";
import { asId, type DeskId, type ArticleId, type CommandId } from "~/core/ids";
import type { Conversion } from "~/server/ingest/add-article";
import { useLeaveWarning } from "~/app/_lib/use-leave-warning";

/** So many files are on their way at the same time. */
const AT_ONCE = 2;

/** A file and what has become of it. */
export interface Row {
  /** The article's id too, so that sending it again adds it once. */
  readonly id: ArticleId;
  readonly commandId: CommandId;
  readonly file: File;
  readonly desk: DeskId | null;
  readonly conversions: readonly Conversion[];
  /** Although the same text is here. */
  readonly again: boolean;
  readonly state:
    { readonly status: "waiting" } | { readonly status: "sending"; readonly share: number } | Uploaded;
}

type Change =
  | { type: "added"; rows: readonly Row[] }
  | { type: "changed"; id: ArticleId; to: Partial<Row> }
  | { type: "removed"; ids: readonly ArticleId[] };

function reduce(rows: readonly Row[], change: Change): readonly Row[] {
  switch (change.type) {
    case "added":
      return [...rows, ...change.rows];
    case "changed":
      return rows.map((row) => (row.id === change.id ? { ...row, ...change.to } : row));
    case "removed":
      return rows.filter(({ id }) => !change.ids.includes(id));
  }
}

export interface Uploads {
  readonly rows: readonly Row[];
  /** For the files that are added from now on. */
  readonly desk: DeskId | null;
  readonly chooseDesk: (desk: DeskId | null) => void;
  readonly add: (files: readonly File[]) => void;
  /** Sends one again, read in another way, or although the same text is here. */
  readonly sendAgain: (id: ArticleId, how?: { convert?: Conversion; again?: boolean }) => void;
  readonly remove: (ids: readonly ArticleId[]) => void;
}

/** Files on their way to become articles: one by one, two at a time, each with its own result. */
export function useUploads(newsroom: string): Uploads {
  const [rows, change] = useReducer(reduce, []);
  const [desk, chooseDesk] = useState<DeskId | null>(null);
  const started = useRef(new Set<CommandId>());
  const isRunning = rows.some(({ state }) => state.status === "waiting" || state.status === "sending");
  useLeaveWarning(isRunning, words.newArticle.leave);

  useEffect(() => {
    const free = AT_ONCE - rows.filter(({ state }) => state.status === "sending").length;
    for (const row of rows.filter(({ state }) => state.status === "waiting").slice(0, Math.max(free, 0))) {
      if (started.current.has(row.commandId)) continue;
      started.current.add(row.commandId);
      const report = (state: Row["state"]) => change({ type: "changed", id: row.id, to: { state } });
      report({ status: "sending", share: 0 });
      void send(newsroom, row, (share) => report({ status: "sending", share })).then((state) => {
        started.current.delete(row.commandId);
        report(state);
      });
    }
  }, [rows, newsroom]);

  return {
    rows,
    desk,
    chooseDesk,
    add: (files) => change({ type: "added", rows: files.map((file) => newRow(file, desk)) }),
    sendAgain: (id, { convert, again } = {}) => {
      const row = rows.find((known) => known.id === id);
      if (!row) return;
      const conversions = convert ? [...row.conversions, convert] : row.conversions;
      const to = { conversions, again: again ?? row.again, state: { status: "waiting" as const } };
      change({ type: "changed", id, to });
    },
    remove: (ids) => change({ type: "removed", ids }),
  };
}

function newRow(file: File, desk: DeskId | null): Row {
  const ids = { id: asId("article", v7()), commandId: asId("command", v7()) };
  return { ...ids, file, desk, conversions: [], again: false, state: { status: "waiting" } };
}

function send(newsroom: string, row: Row, onProgress: (share: number) => void): Promise<Uploaded> {
  const { id: articleId, commandId, file, desk, conversions, again } = row;
  const about = { articleId, commandId, desk, ...(again && { again }) };
  return uploadArticle({ newsroom, file, about, conversions, onProgress });
}
