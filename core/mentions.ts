import { idIn } from "./ids";
import { ROLES } from "./policy";
import type { Addressee } from "./thread";

/**
 * Mentions in words that people write: `[@Ines Okoro](person:ID)`, `[@checkers](role:checker)`. So they are links to
 * whoever reads the words elsewhere. In a field they show as `@Ines Okoro`.
 */

/** One mention, wherever it stands: its name, `person` or `role`, and the id. */
const MENTION = /\[@([^[\]\n]{1,200})\]\((person|role):([a-z0-9-]{1,40})\)/g;

/** Somebody who can be mentioned, by the name that stands after the @. */
export interface Mentionable {
  readonly name: string;
  readonly who: Addressee;
}

/** Whom a mention's target names, `person:ID` or `role:NAME`; null for any other address. */
export function readMention(target: string): Addressee | null {
  const [kind, id] = target.split(":");
  if (kind === "person") {
    const person = idIn("user", id);
    return person && { person };
  }
  const role = kind === "role" ? ROLES.find((known) => known === id) : undefined;
  return role === undefined || role === "admin" || role === "system" ? null : { role };
}

/** Everybody whom the words mention, once each. */
export function mentionsIn(text: string): Addressee[] {
  const targets = new Set([...text.matchAll(MENTION)].map(([, , kind, id]) => `${kind ?? ""}:${id ?? ""}`));
  return [...targets].flatMap((target) => readMention(target) ?? []);
}

/** The words with each mention as `@Name`, as they are read in a field or where there are no links. */
export function withoutTargets(text: string): string {
  return text.replace(MENTION, "@$1");
}

/** The words with each `@Name` of somebody who can be mentioned as a mention; of two names the longer counts. */
export function withTargets(text: string, people: readonly Mentionable[]): string {
  const longest = [...people].sort((a, b) => b.name.length - a.name.length);
  let [written, rest] = ["", text];
  for (let at = rest.indexOf("@"); at >= 0; at = rest.indexOf("@")) {
    const after = rest.slice(at + 1);
    const found = /[\p{L}\p{N}_[]$/u.test(rest.slice(0, at))
      ? undefined
      : longest.find(
          ({ name }) => after.startsWith(name) && !/^[\p{L}\p{N}_]/u.test(after.slice(name.length)),
        );
    written += rest.slice(0, at) + (found ? mention(found) : "@");
    rest = after.slice(found?.name.length ?? 0);
  }
  return written + rest;
}

function mention({ name, who }: Mentionable): string {
  const target = "person" in who ? `person:${who.person}` : `role:${who.role}`;
  return `[@${name.replace(/[[\]\n]/g, " ")}](${target})`;
}
