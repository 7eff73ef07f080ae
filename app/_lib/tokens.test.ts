import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { QCU_1 } from "~/core/qcu";
import { TagType } from "~/core/shapes/scheme";
import { ciede2000, difference, linear, SIGHTS } from "./testing-colours";

const css = readFileSync(new URL("../globals.css", import.meta.url), "utf8");
const [ordinary = "", contrasty = ""] = css.split("@media (prefers-contrast: more)");
const moreContrast = contrasty.slice(0, contrasty.indexOf("@theme"));

type Mode = "light" | "dark";

function readTokens(source: string): Map<string, Record<Mode, string>> {
  const pattern = /--([a-z-]+): light-dark\((#[0-9a-f]{6,8}), (#[0-9a-f]{6,8})\);/g;
  return new Map(
    [...source.matchAll(pattern)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]),
  );
}

const normal = readTokens(ordinary);
const more = new Map([...normal, ...readTokens(moreContrast)]);

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const pair = (one: string, other: string): [string, string] => [one, other];
const hues = TagType.shape.hue.options;
const grounds = ["paper", "surface", "sunken"];
const text: [string, string][] = [
  ...["ink", "muted", "accent", "danger", "ok", "warn"].flatMap((ink) =>
    grounds.map((ground) => pair(ink, ground)),
  ),
  ...["accent-fill", "danger-fill", "ok-fill", "warn-fill"].flatMap((fill) => [
    pair("ink", fill),
    pair("muted", fill),
    pair(fill.replace("-fill", ""), fill),
  ]),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-strong"],
  ["danger-ink", "danger"],
  ["danger-ink", "danger-strong"],
  ["paper", "ink"],
  ["found-ink", "found"],
  ["found-now-ink", "found-now"],
];
const lines: [string, string][] = [
  ...["border", "accent", "danger"].flatMap((line) => grounds.map((ground) => pair(line, ground))),
  ...hues.flatMap((hue) => ["paper", "surface"].map((ground) => pair(`hue-${hue}-line`, ground))),
];

describe.each([
  ["as usual", normal],
  ["with more contrast", more],
])("%s", (_name, tokens) => {
  describe.each(["light", "dark"] as const)("%s", (mode) => {
    const measure = (one: string, other: string) =>
      contrast(tokens.get(one)![mode], tokens.get(other)![mode]);

    test.each(text)("%s is read on %s", (ink, ground) => {
      expect(measure(ink, ground)).toBeGreaterThanOrEqual(4.5);
    });

    test.each(lines)("%s is seen on %s", (line, ground) => {
      expect(measure(line, ground)).toBeGreaterThanOrEqual(3);
    });

    test.each(hues)("a text tagged in %s reads almost as well as one without", (hue) => {
      expect(measure("ink", `hue-${hue}-fill`)).toBeGreaterThanOrEqual(8);
    });
  });
});

/** Any two of the hues that the newsroom's types wear. */
const worn = QCU_1.types.map(({ hue }) => hue);
const pairs = worn.flatMap((one, place) => worn.slice(place + 1).map((other) => pair(one, other)));

describe.each(SIGHTS)("to an eye with %s vision", (sight) => {
  describe.each(["light", "dark"] as const)("%s", (mode) => {
    const apart = (one: string, other: string) =>
      Math.round(difference(normal.get(one)![mode], normal.get(other)![mode], sight));

    test.each(pairs)("the lines of %s and %s tags are told apart", (one, other) => {
      expect(apart(`hue-${one}-line`, `hue-${other}-line`)).toBeGreaterThanOrEqual(23);
    });

    test.each(pairs)("the fills of %s and %s tags are told apart", (one, other) => {
      expect(apart(`hue-${one}-fill`, `hue-${other}-fill`)).toBeGreaterThanOrEqual(10);
    });
  });
});

test("types are told apart without any colour, by their underlines and letters", () => {
  expect(new Set(QCU_1.types.map(({ underline }) => underline)).size).toBe(QCU_1.types.length);
  expect(new Set(QCU_1.types.map(({ letter }) => letter)).size).toBe(QCU_1.types.length);
});

test("the measured colours of the three types are kept", () => {
  const value = (name: string) => Object.values(normal.get(name)!).join(" ");
  expect(value("hue-blue-line")).toBe("#106dce #9ddafe");
  expect(value("hue-blue-fill")).toBe("#b3d4ff #243f6b");
  expect(value("hue-brown-line")).toBe("#9f5b27 #c08a5e");
  expect(value("hue-brown-fill")).toBe("#ecc9b2 #593215");
  expect(value("hue-violet-line")).toBe("#421d42 #9472e6");
  expect(value("hue-violet-fill")).toBe("#f7e5f6 #33203a");
});

test("every hue and underline that a scheme may name has its class", () => {
  const classes = [
    ...hues.map((hue) => `.hue-${hue} {`),
    ...TagType.shape.underline.options.map((line) => `.mark-${line} {`),
  ];
  expect(classes.filter((name) => !css.includes(name))).toEqual([]);
});

test("the formula gives what WCAG says for black on white", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
});

/** @see https://doi.org/10.1002/col.20070 table 1 */
test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
  [[50, 2.5, 0], [61, -5, 29], 22.8977],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)("the distance of %j and %j is what its authors give", (one, other, distance) => {
  expect(ciede2000(one, other)).toBeCloseTo(distance, 4);
});
