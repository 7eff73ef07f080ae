import { account } from "./account";
import { articleDetails } from "./article-details";
import { articles } from "./articles";
import { common } from "./common";
import { errors } from "./errors";
import { exportsWords, importWords } from "./exports";
import { invitation } from "./invitation";
import { newArticle } from "./new-article";
import { reader } from "./reader";
import { settings } from "./settings";
import { signIn } from "./sign-in";

/**
 * Every English sentence of the interface, a file for each screen: `words.common.save`. Sentences with a
 * figure or a name in them are functions. Refusals are worded where they are made, on the server.
 */
export const words = {
  account,
  articleDetails,
  articles,
  common,
  errors,
  exports: exportsWords,
  imports: importWords,
  invitation,
  newArticle,
  reader,
  settings,
  signIn,
} as const;
