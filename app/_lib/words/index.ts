import { account } from "./account";
import { articleDetails } from "./article-details";
import { articles } from "./articles";
import { common } from "./common";
import { errors } from "./errors";
import { evidence } from "./evidence";
import { exportsWords, importWords } from "./exports";
import { find } from "./find";
import { firstSteps } from "./first-steps";
import { history } from "./history";
import { invitation } from "./invitation";
import { keys } from "./keys";
import { many } from "./many";
import { links } from "./links";
import { margin } from "./margin";
import { newArticle } from "./new-article";
import { ownKeys } from "./own-keys";
import { presence } from "./presence";
import { print } from "./print";
import { rail } from "./rail";
import { reader } from "./reader";
import { readerSettings } from "./reader-settings";
import { settings } from "./settings";
import { signIn } from "./sign-in";
import { undoing } from "./undoing";

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
  evidence,
  exports: exportsWords,
  find,
  firstSteps,
  history,
  imports: importWords,
  invitation,
  keys,
  many,
  links,
  margin,
  newArticle,
  ownKeys,
  presence,
  print,
  rail,
  reader,
  readerSettings,
  settings,
  signIn,
  undoing,
} as const;
