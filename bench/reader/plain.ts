import type { Contender } from "./contender";
import { makeMaterial } from "./material";
import { fillWithParagraphs } from "./paragraphs";

/** The floor: the text in the same paragraphs, with nothing tagged. */

let text = "";

const plain: Contender = {
  prepare(size) {
    ({ text } = makeMaterial(size, 1));
  },
  load: () => fillWithParagraphs(text),
  isLoaded: () => true,
  deeds: null,
  hit: null,
};
window.contender = plain;
