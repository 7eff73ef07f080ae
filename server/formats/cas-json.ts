import type { Dossier } from "~/core/shapes/dossier";
import { CAS_KEEPS, casStructures, type CasType, casTypes } from "./cas";
import { fileNameOf } from "./file-names";
import type { FilesFormat } from "./format";
import { jsonLine } from "./offsets";
import { type TypeWords, vocabularyOf } from "./vocabulary";

/**
 * UIMA CAS JSON 0.4, as INCEpTION and dkpro-cassis write and read it: its types, then its structures, each on a
 * line of its own, then the view that holds them.
 * @see https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc
 */

export const casJson: FilesFormat = {
  id: "cas-json",
  label: "UIMA CAS JSON 0.4",
  mediaType: "application/json",
  extension: "json",
  offsetUnit: "UTF-16 code unit",
  reader: "INCEpTION, dkpro-cassis and Apache UIMA read it, layers and features included.",
  keeps: CAS_KEEPS,
  omissions: [],
  caveats: [
    "For INCEpTION’s editor, make a layer for each type first (webanno.custom.…), with the features that the file declares.",
  ],
  packed: "when several",
  async *files(dossiers, { schemes }) {
    const types = vocabularyOf(schemes);
    for await (const dossier of dossiers) {
      yield { name: `${fileNameOf(dossier)}.json`, content: document(dossier, types) };
    }
  },
};

function* document(dossier: Dossier, types: readonly TypeWords[]): Generator<string> {
  const declared = Object.fromEntries(casTypes(types).map((type) => [type.name, declaration(type)]));
  yield `{"%TYPES":${jsonLine(declared)},\n"%FEATURE_STRUCTURES":[\n`;
  const SOFA = 1;
  const sofa = { sofaNum: 1, sofaID: "_InitialView", mimeType: "text", sofaString: dossier.text };
  yield jsonLine({ "%ID": SOFA, "%TYPE": "uima.cas.Sofa", ...sofa });
  const members: number[] = [];
  const structure = (type: string, features: object) => {
    const id = SOFA + 1 + members.length;
    members.push(id);
    return `,\n${jsonLine({ "%ID": id, "%TYPE": type, "@sofa": SOFA, ...features })}`;
  };
  const whole = { begin: 0, end: dossier.text.length, language: dossier.article.language };
  yield structure("uima.tcas.DocumentAnnotation", whole);
  for (const { type, span, features } of casStructures(dossier, types)) {
    yield structure(type, { ...span, ...features });
  }
  yield `\n],\n"%VIEWS":${jsonLine({ _InitialView: { "%SOFA": SOFA, "%MEMBERS": members } })}}\n`;
}

function declaration({ name, base, features }: CasType): object {
  const ranges = features.map((feature): [string, object] => [
    feature.name,
    { "%NAME": feature.name, "%RANGE": feature.range },
  ]);
  return { "%NAME": name, "%SUPER_TYPE": base, ...Object.fromEntries(ranges) };
}
