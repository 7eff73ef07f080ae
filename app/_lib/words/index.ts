import { account } from "./account";
import { common } from "./common";
import { errors } from "./errors";
import { reader } from "./reader";
import { signIn } from "./sign-in";

/**
 * Every English sentence of the interface, a file for each screen: `words.common.save`. Sentences with a
 * figure or a name in them are functions. Refusals are worded where they are made, on the server.
 */
export const words = { account, common, errors, reader, signIn } as const;
