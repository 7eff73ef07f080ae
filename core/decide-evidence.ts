import type { NewsroomCircumstances, NewsroomDecision } from "./decide-newsroom";
import { DomainError } from "./errors";
import type { EvidenceId } from "./ids";
import type { AnyNewsroomCommand, Evidence, NewsroomSlice } from "./newsroom";
import { mustBeAllowed } from "./policy";
import { wordsOf } from "./words";

/** What a command about the newsroom's evidence comes to. */

/** The commands about evidence. */
export type EvidenceCommand = AnyNewsroomCommand & {
  type: "addEvidence" | "withdrawEvidence" | "attachFile" | "removeFile";
};

/** The facts that follow. @throws DomainError as `decideNewsroom` */
export function decideEvidence(
  slice: NewsroomSlice,
  command: EvidenceCommand,
  c: NewsroomCircumstances,
): NewsroomDecision {
  switch (command.type) {
    case "addEvidence":
      return add(slice, command, c);
    case "withdrawEvidence":
      return withdraw(slice, command, c);
    case "attachFile":
      return attach(slice, command, c);
    case "removeFile":
      return remove(slice, command, c);
  }
}

type Of<Type extends EvidenceCommand["type"]> = EvidenceCommand & { type: Type };

function add(slice: NewsroomSlice, command: Of<"addEvidence">, c: NewsroomCircumstances): NewsroomDecision {
  const as = mustBeAllowed(c.actor, "add evidence");
  const { type: _, reference, locator, note, ...item } = command;
  if (slice.evidence.has(item.evidence)) {
    throw new DomainError("conflict", "This evidence is already here.", item.evidence);
  }
  const body = {
    ...item,
    reference: wordsOf(reference),
    locator: locator === null ? null : wordsOf(locator),
    note: note === null ? null : wordsOf(note),
  };
  return { as, facts: [{ type: "EvidenceAdded", body }] };
}

function withdraw(
  slice: NewsroomSlice,
  { evidence, reason }: Of<"withdrawEvidence">,
  c: NewsroomCircumstances,
): NewsroomDecision {
  const as = mustBeAllowed(c.actor, "withdraw evidence");
  if (itemIn(slice, evidence).withdrawal) return { as, facts: [] };
  return { as, facts: [{ type: "EvidenceWithdrawn", body: { evidence, reason: wordsOf(reason) } }] };
}

/** An item has one file for good: what a verdict rests on must not become something else under it. */
function attach(
  slice: NewsroomSlice,
  { evidence, file: { name, ...file } }: Of<"attachFile">,
  c: NewsroomCircumstances,
): NewsroomDecision {
  const as = mustBeAllowed(c.actor, "add evidence");
  const item = itemIn(slice, evidence);
  if (item.withdrawal) {
    throw new DomainError(
      "illegal-state",
      "This evidence was withdrawn, so that no file can be added to it. Add the file as a new item.",
    );
  }
  if (item.file) {
    const has = item.file.removal ? "had a file, which was removed" : "has a file already";
    throw new DomainError("conflict", `This evidence ${has}. Add the other file as a new item.`, evidence);
  }
  return { as, facts: [{ type: "FileAttached", body: { evidence, ...file, name: wordsOf(name) } }] };
}

function remove(
  slice: NewsroomSlice,
  { evidence, reason }: Of<"removeFile">,
  c: NewsroomCircumstances,
): NewsroomDecision {
  const as = mustBeAllowed(c.actor, "redact");
  const { file } = itemIn(slice, evidence);
  if (!file) throw new DomainError("not-found", "This evidence has no file.");
  if (file.removal) return { as, facts: [] };
  const { ref } = file.name;
  if (ref === undefined) throw new Error("The name of a file that is kept has no place in the log.");
  return { as, facts: [{ type: "FileRemoved", body: { evidence, ref, reason: wordsOf(reason) } }] };
}

function itemIn(slice: NewsroomSlice, id: EvidenceId): Evidence {
  const item = slice.evidence.get(id);
  if (!item) throw new DomainError("not-found", "There is no such evidence in this newsroom.");
  return item;
}
