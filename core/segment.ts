/**
 * The one way to `Intl.Segmenter`, whose making is dear: each is made once. Callers hand in a paragraph,
 * never a whole text, so that the work stays the size of a paragraph; and ask for the part at a place
 * (`containing`, some 10 µs) before they walk all parts (10 µs for each, and more in long paragraphs).
 */

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * A segmenter for a language (BCP 47); one that the runtime does not know is read by the rules for any language.
 * @see https://www.unicode.org/reports/tr29/
 */
export function segmenter(granularity: "grapheme" | "word" | "sentence", language = "en"): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key);
  if (known) return known;
  const made = makeSegmenter(granularity, language);
  segmenters.set(key, made);
  return made;
}

function makeSegmenter(granularity: "grapheme" | "word" | "sentence", language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.Segmenter("en", { granularity });
    throw error;
  }
}
