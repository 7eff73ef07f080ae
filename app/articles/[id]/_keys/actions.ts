import type { Action } from "~/app/_keys/action";
import { actionsEverywhere } from "~/app/_keys/everywhere";
import type { Scheme } from "~/core/scheme";
import { checkingActions } from "./checking";
import { discussingActions } from "./discussing";
import { findingActions } from "./finding";
import { lifeActions } from "./life";
import { movingActions } from "./moving";
import { pageActions } from "./page";
import { taggingActions } from "./tagging";
import type { Workbench } from "./workbench";

/**
 * Everything that a key does on an article's page, with its usual keys, in the order in which the sheet lists
 * it. A group is a file of this folder; an action that is added to one is at once answered, listed, found in
 * the palette and given to the person to choose a key for.
 */
export function actionsOf(scheme: Scheme): Action<Workbench>[] {
  return [
    ...taggingActions(scheme),
    ...movingActions,
    ...checkingActions,
    ...discussingActions,
    ...lifeActions,
    ...findingActions,
    ...pageActions,
    ...actionsEverywhere,
  ];
}
