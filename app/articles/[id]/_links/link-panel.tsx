"use client";

import { onDemand } from "~/app/_lib/on-demand";
import { useViewing } from "~/app/articles/[id]/_store/hooks";

const LinkSteps = onDemand(async () => (await import("./link-steps")).LinkSteps);

/** The panel in which a link is made, while one is. */
export function LinkPanel() {
  const { linking } = useViewing();
  return linking && <LinkSteps key={`${linking.tag} ${linking.chosen}`} linking={linking} />;
}
