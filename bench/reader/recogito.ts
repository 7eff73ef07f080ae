import { createTextAnnotator, type TextAnnotation, type TextAnnotator } from "@recogito/text-annotator";
import type { Span } from "~/core/tag";
import type { Contender } from "./contender";
import { idNumber, makeMaterial, type Material, type Passage } from "./material";
import { fillWithParagraphs } from "./paragraphs";

/** Recogito's text annotator with its spans, one style for each type. */

const COLOURS = ["#b3d4ff", "#ecc9b2", "#f7e5f6"] as const;

/** The annotator finds the place itself, by the offsets. */
const UNPLACED = document.createRange();

let material: Material = { text: "", passages: [] };
let annotator: TextAnnotator | null = null;
const made: Passage[] = [];

function annotation({ id, type, start, end }: Passage) {
  const quote = material.text.slice(start, end);
  return {
    id,
    bodies: [{ id: `${id}-type`, annotation: id, purpose: "tagging", value: String(type) }],
    target: { annotation: id, selector: [{ quote, start, end, range: UNPLACED }] },
  };
}

function style({ bodies }: { bodies: { value?: string | undefined }[] }) {
  return { fill: COLOURS[Number(bodies[0]?.value)] ?? COLOURS[0], fillOpacity: 0.6 };
}

const recogito: Contender = {
  prepare(size) {
    material = makeMaterial(size, COLOURS.length);
  },
  load() {
    const column = fillWithParagraphs(material.text);
    annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(column, { renderer: "SPANS", style });
    annotator.setAnnotations(material.passages.map(annotation));
  },
  isLoaded: () => document.querySelector(".r6o-span-highlight-layer > *") !== null,
  deeds: {
    add({ start, end }: Span) {
      const passage = { start, end, id: idNumber(0x100000 + made.length), type: 0 };
      made.push(passage);
      annotator?.addAnnotation(annotation(passage));
    },
    recolour() {
      const passage = made.pop();
      if (!passage) return;
      const other = { ...passage, type: (passage.type + 1) % COLOURS.length };
      made.push(other);
      annotator?.updateAnnotation(annotation(other));
    },
    delete() {
      const passage = made.pop();
      if (passage) annotator?.removeAnnotation(passage.id);
    },
  },
  hit: (x, y) => {
    const frame = annotator?.element.getBoundingClientRect();
    const found = frame && annotator?.state.store.getAt(x - frame.left, y - frame.top, false);
    return found?.id ?? null;
  },
};
window.contender = recogito;
