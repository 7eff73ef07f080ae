/**
 * Every English sentence of the interface, a file for each screen: `import * as words`, then `words.common.save`; so
 * a page comes with the screens' words that its code names and no others. Sentences with a figure or a name in them
 * are functions. Refusals are worded where they are made, on the server.
 */
export { account } from "./account";
export { articleDetails } from "./article-details";
export { articles } from "./articles";
export { audit } from "./audit";
export { bell } from "./bell";
export { common } from "./common";
export { corrections } from "./corrections";
export { errors } from "./errors";
export { evidence } from "./evidence";
export { evidencePage } from "./evidence-page";
export { exportsWords as exports, importWords as imports } from "./exports";
export { files } from "./files";
export { find } from "./find";
export { firstSteps } from "./first-steps";
export { gate } from "./gate";
export { history } from "./history";
export { invitation } from "./invitation";
export { keys } from "./keys";
export { life } from "./life";
export { links } from "./links";
export { many } from "./many";
export { margin } from "./margin";
export { newArticle } from "./new-article";
export { notMade, notMadeList } from "./not-made";
export { noticeChoice } from "./notice-choice";
export { ownKeys } from "./own-keys";
export { presence } from "./presence";
export { print } from "./print";
export { queries } from "./queries";
export { queue } from "./queue";
export { rail } from "./rail";
export { reader } from "./reader";
export { readerSettings } from "./reader-settings";
export { revisions } from "./revisions";
export { search } from "./search";
export { settings } from "./settings";
export { signIn } from "./sign-in";
export { threads } from "./threads";
export { undoing } from "./undoing";
export { unsent } from "./unsent";
export { views } from "./views";
