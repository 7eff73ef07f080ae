"use client";

import {
  AudioLines,
  Database,
  Eye,
  FileText,
  Globe,
  GraduationCap,
  type LucideIcon,
  NotebookPen,
  ScrollText,
} from "lucide-react";
import type { ReactNode } from "react";
import { zoneNow } from "~/app/_lib/clock";
import { calendarDay } from "~/app/_lib/time";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Link } from "~/app/_ui/link";
import { HeldWords } from "~/app/articles/[id]/_margin/held-words";
import type { Evidence } from "~/core/newsroom";
import { FileLine } from "./file-line";

/** What each kind of evidence is known by. */
export const KIND_ICONS: Record<Evidence["kind"], LucideIcon> = {
  document: FileText,
  recording: AudioLines,
  transcript: ScrollText,
  "interview note": NotebookPen,
  dataset: Database,
  expert: GraduationCap,
  "web page": Globe,
  "own observation": Eye,
};

const say = words.evidence;

export interface EvidenceItemProps {
  /** The newsroom's name in addresses. */
  newsroom: string;
  item: Evidence & { readonly addedByName: string };
  /** A few words after who added it. */
  more?: ReactNode;
  /** A button. */
  action?: ReactNode;
}

/** What a verdict rests on: what it is, where in it, when it was looked at. */
export function EvidenceItem({ newsroom, item, more, action }: EvidenceItemProps) {
  const { kind, reference, locator, retrievedAt, note, addedByName, withdrawal, file } = item;
  const Icon = KIND_ICONS[kind];
  const isAddress = reference.words !== null && /^https?:\/\/\S+$/.test(reference.words);
  return (
    <div className="flex items-start gap-2">
      <Icon className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden="true" />
      <div className="min-w-0 grow">
        <p className="wrap-anywhere">
          {isAddress ? (
            <Link href={reference.words ?? ""}>{reference.words}</Link>
          ) : (
            <HeldWords of={reference} />
          )}
          {locator && (
            <span className="text-muted">
              {", "}
              <HeldWords of={locator} />
            </span>
          )}{" "}
          {withdrawal && <Badge tone="danger">{say.withdrawn}</Badge>}
        </p>
        <p className="text-xs text-muted">
          {say.kind[kind]}
          {retrievedAt !== null && (
            <>
              {" · "}
              {say.retrieved} {calendarDay(new Date(retrievedAt), zoneNow())}
            </>
          )}
          {" · "}
          {say.addedBy(addedByName)}
          {more}
        </p>
        {note && (
          <p className="text-xs">
            <HeldWords of={note} />
          </p>
        )}
        {file && <FileLine newsroom={newsroom} evidence={item.id} file={file} />}
        {withdrawal && (
          <p className="text-xs">
            {say.withdrawnBecause} <HeldWords of={withdrawal.reason} />
          </p>
        )}
      </div>
      {action}
    </div>
  );
}
