import { Check, CircleAlert, Clock, CopyCheck, Loader, X } from "lucide-react";
import type { ReactNode } from "react";

import * as words from "~/app/_lib/words";
import { Badge, type BadgeTone } from "~/app/_ui/badge";
import { Button } from "~/app/_ui/button";
import { IconButton } from "~/app/_ui/icon-button";
import { Link } from "~/app/_ui/link";
import { Problems } from "./paste-trouble";
import type { Row, Uploads } from "./use-uploads";

interface UploadRowProps {
  row: Row;
  sendAgain: Uploads["sendAgain"];
  remove: () => void;
}

/** A file: its name, how far it is, what became of it, and what can be done about that. */
export function UploadRow({ row, sendAgain, remove }: UploadRowProps) {
  const { file, state } = row;
  return (
    <li className="flex flex-wrap items-start gap-x-2 px-3 py-2">
      <p dir="auto" className="min-w-0 grow basis-40 py-0.5 font-medium wrap-anywhere">
        {file.name}
      </p>
      <p role="status" className="py-1">
        <StateBadge state={state} />
      </p>
      <IconButton
        small
        label={words.newArticle.row.removeNamed(file.name)}
        icon={<X aria-hidden="true" />}
        disabled={state.status === "sending"}
        onClick={remove}
      />
      <div className="flex basis-full flex-col gap-1 empty:hidden">
        <Result row={row} sendAgain={sendAgain} />
      </div>
    </li>
  );
}

function Result({ row, sendAgain }: Pick<UploadRowProps, "row" | "sendAgain">) {
  const { id, state } = row;
  const { here, offers } = words.newArticle;
  switch (state.status) {
    case "waiting":
    case "sending":
      return null;
    case "created":
      return (
        <p dir="auto">
          <Link href={`/articles/${state.article}`}>{state.title}</Link>
        </p>
      );
    case "here":
      return (
        <>
          <p>
            {here.happened} <Link href={`/articles/${state.article}`}>{state.title ?? here.untitled}</Link>
          </p>
          <RowButton onClick={() => sendAgain(id, { again: true })}>{here.anyway}</RowButton>
        </>
      );
    case "refused": {
      const { offer } = state;
      return (
        <>
          <p className="text-danger">
            <Problems problems={state.problems} />
          </p>
          {offer && <RowButton onClick={() => sendAgain(id, { convert: offer })}>{offers[offer]}</RowButton>}
        </>
      );
    }
    case "failed":
      return (
        <>
          <p className="text-danger">{state.sentence}</p>
          {state.again && <RowButton onClick={() => sendAgain(id)}>{words.newArticle.row.retry}</RowButton>}
        </>
      );
  }
}

function RowButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button small className="self-start" onClick={onClick}>
      {children}
    </Button>
  );
}

const looks: Record<Row["state"]["status"], { tone: BadgeTone; icon: ReactNode }> = {
  waiting: { tone: "neutral", icon: <Clock aria-hidden="true" /> },
  sending: { tone: "accent", icon: <Loader aria-hidden="true" /> },
  created: { tone: "ok", icon: <Check aria-hidden="true" /> },
  here: { tone: "warn", icon: <CopyCheck aria-hidden="true" /> },
  refused: { tone: "danger", icon: <CircleAlert aria-hidden="true" /> },
  failed: { tone: "danger", icon: <CircleAlert aria-hidden="true" /> },
};

function StateBadge({ state }: Pick<Row, "state">) {
  const { row } = words.newArticle;
  const { tone, icon } = looks[state.status];
  return (
    <Badge tone={tone} icon={icon}>
      {stateWords(state, row)}
    </Badge>
  );
}

function stateWords(state: Row["state"], row: typeof words.newArticle.row): string {
  switch (state.status) {
    case "sending":
      return state.share < 1 ? row.sending(Math.floor(state.share * 100)) : row.reading;
    case "failed":
      return row.refused;
    default:
      return row[state.status];
  }
}
