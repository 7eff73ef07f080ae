import {
  type Dossier,
  type DossierEvidence,
  type DossierTag,
  readTold,
  type Told,
} from "~/core/shapes/dossier";
import type { AttributeWords, TypeWords } from "./vocabulary";

/**
 * Parts of a dossier in sentences, for formats that hold them as free text and for people who read a report.
 */

/** An item in one sentence: what, where in it, when it was looked at, who added it, its file. */
export function tellEvidence({ kind, reference, locator, note, ...item }: DossierEvidence): string {
  const parts = [
    `${kind}: ${readTold(reference)}`,
    locator && readTold(locator),
    item.retrievedAt && `retrieved ${item.retrievedAt}`,
    note && readTold(note),
    `added by ${item.imported?.by ?? item.addedBy} ${item.imported?.at ?? item.addedAt}`,
    item.withdrawnAt && `withdrawn ${item.withdrawnAt}`,
    item.file && `file ${readTold(item.file.name)}, SHA-256 ${item.file.sha256}`,
  ];
  return parts.filter((part) => part !== null).join("; ");
}

/** The sentences on a tag's evidence, in the order in which it was attached. */
export function evidenceOf({ evidence }: Dossier): (tag: DossierTag) => string[] {
  const sentences = new Map(evidence.map((item) => [item.id, tellEvidence(item)]));
  return (tag) => tag.evidence.map((id) => sentences.get(id) ?? "");
}

/** What was found and decided about a tag, when and by whom: a line for each. */
export function tellReview({
  state,
  verdict,
  approval,
}: Pick<DossierTag, "state" | "verdict" | "approval">): string[] {
  return [
    `State: ${state}`,
    ...(verdict
      ? [
          `Verdict: ${verdict.finding}, by ${verdict.by}, ${verdict.at}${verdict.note === null ? "" : `: ${readTold(verdict.note)}`}`,
        ]
      : []),
    ...(approval
      ? [
          `Approved by ${approval.by}, ${approval.at}${approval.self ? ", who had also set the verdict (self-approved)" : ""}`,
        ]
      : []),
  ];
}

/** Who made a tag, how far it has come, what it rests on and what it was before an import: a line for each. */
export function tellTag(tag: DossierTag, evidence: readonly string[]): string[] {
  const { author, at, imported } = tag;
  return [
    `Tagged by ${author}, ${at}`,
    ...tellReview(tag),
    ...evidence.map((item) => `Evidence: ${item}`),
    ...(imported
      ? [
          `In its former home: tagged by ${imported.author}${imported.at === null ? "" : `, ${imported.at}`}`,
          ...tellReview(imported).map((line) => `In its former home: ${line}`),
        ]
      : []),
  ];
}

/** An attribute's value as a program reads it: yes or no, a choice's own name, words. */
export function plainValue(value: boolean | Told): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : readTold(value);
}

/** An attribute's value as a person reads it. */
export function readPlain(value: boolean | Told, attribute: AttributeWords | undefined): string {
  const plain = plainValue(value);
  return attribute?.choices.find((choice) => choice.value === plain)?.label ?? plain;
}

/** A tag's type and attributes as a person reads them, in the scheme's words. */
export function tellAttributes(
  tag: DossierTag,
  type: TypeWords | undefined,
): { label: string; value: string }[] {
  return Object.entries(tag.attributes).map(([name, value]) => {
    const attribute = type?.attributes.find((known) => known.name === name);
    return { label: attribute?.label ?? name, value: readPlain(value, attribute) };
  });
}
