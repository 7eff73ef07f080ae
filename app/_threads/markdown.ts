import { readMention } from "~/core/mentions";
import type { Addressee } from "~/core/thread";

/**
 * The part of Markdown that comments are written in: emphasis, strong, code, links, mentions, lists and line ends.
 * Everything else is text, HTML too. Written by hand since the whole of Markdown, with the HTML that it lets through,
 * is what must not be here: each mark is looked for once, so that no input takes long.
 */

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly inside: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly inside: readonly Inline[] }
  | { readonly kind: "mention"; readonly who: Addressee; readonly name: string };

export type Block =
  | { readonly kind: "paragraph"; readonly inside: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

const BULLET = /^\s{0,3}[-*+]\s+(?=\S)/;
const NUMBER = /^\s{0,3}\d{1,9}[.)]\s+(?=\S)/;

/** The paragraphs and lists of a comment. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let list: { ordered: boolean; items: string[] } | null = null;
  const close = () => {
    if (lines.length > 0) blocks.push({ kind: "paragraph", inside: inlinesOf(lines.join("\n")) });
    if (list)
      blocks.push({ kind: "list", ordered: list.ordered, items: list.items.map((item) => inlinesOf(item)) });
    [lines, list] = [[], null];
  };
  for (const line of text.split("\n")) {
    const ordered = NUMBER.test(line);
    if (ordered || BULLET.test(line)) {
      if (lines.length > 0 || (list && list.ordered !== ordered)) close();
      list ??= { ordered, items: [] };
      list.items.push(line.replace(ordered ? NUMBER : BULLET, ""));
    } else if (line.trim() === "") close();
    else {
      if (list) close();
      lines.push(line);
    }
  }
  close();
  return blocks;
}

/** What stands in a paragraph. */
export function inlinesOf(text: string): Inline[] {
  const found: Inline[] = [];
  let [at, plain] = [0, 0];
  const take = (until: number, inline: Inline) => {
    if (plain < at) found.push({ kind: "text", text: text.slice(plain, at) });
    found.push(inline);
    [at, plain] = [until, until];
  };
  while (at < text.length) {
    const next = readAt(text, at);
    if (next) take(next.end, next.inline);
    else at += 1;
  }
  if (plain < text.length) found.push({ kind: "text", text: text.slice(plain) });
  return found;
}

interface Read {
  readonly inline: Inline;
  /** Where what follows begins. */
  readonly end: number;
}

function readAt(text: string, at: number): Read | null {
  switch (text[at]) {
    case "\n":
      return { inline: { kind: "break" }, end: at + 1 };
    case "`":
      return codeAt(text, at);
    case "*":
    case "_":
      return emphasisAt(text, at);
    case "[":
      return linkAt(text, at);
    case "h":
      return addressAt(text, at);
    default:
      return null;
  }
}

function codeAt(text: string, at: number): Read | null {
  const end = text.indexOf("`", at + 1);
  return end > at + 1 ? { inline: { kind: "code", text: text.slice(at + 1, end) }, end: end + 1 } : null;
}

function emphasisAt(text: string, at: number): Read | null {
  const sign = text[at] ?? "";
  const isStrong = text[at + 1] === sign;
  const mark = isStrong ? sign + sign : sign;
  const from = at + mark.length;
  // Not in the middle of a word, nor around white space.
  if (/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) || /^\s/.test(text.slice(from, from + 1)))
    return null;
  const end = text.indexOf(mark, from);
  if (end <= from || /\s$/.test(text.slice(end - 1, end)) || isWordAt(text, end + mark.length)) return null;
  const inside = inlinesOf(text.slice(from, end));
  return { inline: { kind: isStrong ? "strong" : "emphasis", inside }, end: end + mark.length };
}

function isWordAt(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}

/** `[words](address)`, where the address is of the web, of mail, or of somebody here. */
function linkAt(text: string, at: number): Read | null {
  const middle = text.indexOf("](", at);
  const end = middle === -1 ? -1 : text.indexOf(")", middle);
  if (middle <= at + 1 || end === -1) return null;
  const [words, target] = [text.slice(at + 1, middle), text.slice(middle + 2, end)];
  if (/[[\n]/.test(words)) return null;
  const who = words.startsWith("@") ? readMention(target) : null;
  if (who) return { inline: { kind: "mention", who, name: words.slice(1) }, end: end + 1 };
  const href = safeAddress(target);
  return href === null ? null : { inline: { kind: "link", href, inside: inlinesOf(words) }, end: end + 1 };
}

/** A web address that stands in the words as it is. */
function addressAt(text: string, at: number): Read | null {
  const [found] = /^https?:\/\/[^\s<>()[\]"]+/.exec(text.slice(at, at + 2_000)) ?? [];
  if (found === undefined || isWordAt(text, at - 1)) return null;
  const written = found.replace(/[.,;:!?'’”*_`]+$/, "");
  const href = safeAddress(written);
  if (href === null) return null;
  return {
    inline: { kind: "link", href, inside: [{ kind: "text", text: written }] },
    end: at + written.length,
  };
}

/** The address, if it leads to the web or to a mailbox; null for any other. */
function safeAddress(written: string): string | null {
  if (/\s/.test(written) || !URL.canParse(written)) return null;
  const { protocol, href } = new URL(written);
  return ["http:", "https:", "mailto:"].includes(protocol) ? href : null;
}
