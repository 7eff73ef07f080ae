import { common } from "./common";
import { errors } from "./errors";

/**
 * Every English sentence of the interface, a file for each screen: `words.common.save`. Sentences with a
 * figure or a name in them are functions. Refusals are worded where they are made, on the server.
 */
export const words = { common, errors } as const;
