import { trimSpan } from "~/core/anchor";
import type { Span } from "~/core/tag";

/** How long the text is and how many passages of it are tagged. */
export interface Size {
  readonly words: number;
  readonly tags: number;
}

export interface Passage extends Span {
  /** A UUID: the same in every run. */
  readonly id: string;
  /** Which of the tag types, from 0. */
  readonly type: number;
}

/** A text and what is tagged in it: the same for everybody who is measured, in the browser and beside it. */
export interface Material {
  readonly text: string;
  readonly passages: readonly Passage[];
}

const WORDS = (
  "the harbour council said on Tuesday that a new wall could cost about four hundred million crowns and nobody " +
  "knows whether it will hold against storms like those of last winter because engineers who looked at the old " +
  "stones found cracks which had grown since then according to people who were there while ministers deny it all"
).split(" ");
const NAMES = ["Mara Quill", "Ada Osmond", "the mayor", "two officials", "Dr. Sol Brandt"];

/** Of a hundred tags, so many begin inside the one before and end outside of it. */
const CROSSING = 15;

/** A text of about so many words in paragraphs, with quotations, and spans whose edges lie anywhere in words. */
export function makeMaterial({ words, tags }: Size, types: number): Material {
  const random = randomFrom(words * 31 + tags);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const sentence = (length: number) => {
    const plain = Array.from({ length }, () => pick(WORDS)).join(" ");
    const begun = plain.charAt(0).toUpperCase() + plain.slice(1);
    return random() < 0.2 ? `“${begun},” said ${pick(NAMES)}.` : `${begun}.`;
  };
  const paragraphs = ["Harbour wall will cost more than the council told"];
  for (let written = 0; written < words;) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
      sentence(6 + Math.floor(random() * 18)),
    );
    const paragraph = sentences.join(" ");
    written += paragraph.split(" ").length;
    paragraphs.push(paragraph);
  }
  const text = paragraphs.join("\n");
  const room = text.length / tags;
  let before: Span = { start: 0, end: 0 };
  const passages = Array.from({ length: tags }, (_, place): Passage => {
    const length = 8 + Math.floor(random() * Math.min(room * 0.8, 70));
    const crosses = random() * 100 < CROSSING && place > 0;
    const start = crosses
      ? before.start + Math.floor((before.end - before.start) / 2)
      : Math.floor(room * place + random() * Math.max(0, room - length));
    const end = Math.min(text.length, Math.max(start + length, crosses ? before.end + 4 : 0));
    before = trimSpan(text, { start, end }) ?? { start: 0, end: 1 };
    return { ...before, id: idNumber(place), type: Math.floor(random() * types) };
  });
  return { text, passages };
}

/** The n-th id. */
export function idNumber(n: number): string {
  return `018f0000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
