import { type SaidNotice, placeOf, sentenceOf } from "~/core/notice-words";
import type { LetterNotice } from "~/db/queries/digests";

/**
 * A letter with what somebody has not read: by article, each a link. It is read outside of the house, so that it holds
 * nothing of an article's text, nothing that was found or said, and of a restricted article not even the title: less than
 * the bell shows.
 */

/** So many are told of one by one; of the others, how many there are. */
const MOST = 50;
const UNNAMED = "An article that letters do not name";

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where its reader says that none shall come. */
  readonly choose: string;
}

/**
 * @param notices at least one, by article
 * @param base the address at which people open Galley, without a path
 */
export function letterOf(name: string, notices: readonly LetterNotice[], base: string): Letter {
  const told = notices.slice(0, MOST);
  const left = notices.length - told.length;
  const greeting = `Hello ${name},`;
  const what = `${counted(notices.length)} in Galley that you have not read:`;
  const more = `… and ${left} more`;
  const why = "You get this letter because you asked for such letters.";
  const choice = "Choose what they tell of, and how often they come, or that none do";
  const choose = `${base}/account#notices`;
  const parts = [...new Map(told.map(({ article, title }) => [article, title]))].map(([article, title]) => ({
    title: title ?? UNNAMED,
    lines: told
      .filter((notice) => notice.article === article)
      .map((notice) => ({ says: sentence(notice), href: `${base}${placeOf(notice)}` })),
  }));
  const text = [
    greeting,
    what,
    ...parts.map(({ title, lines }) =>
      [title, ...lines.map(({ says, href }) => `- ${says}\n  ${href}`)].join("\n"),
    ),
    ...(left > 0 ? [`${more}: ${base}`] : []),
    `${why}\n${choice}:\n${choose}`,
  ].join("\n\n");
  const html = [
    paragraph(escaped(greeting)),
    paragraph(escaped(what)),
    ...parts.map(
      ({ title, lines }) =>
        `<h2 dir="auto">${escaped(title)}</h2>\n<ul>\n${lines.map(({ says, href }) => `<li dir="auto">${link(says, href)}</li>`).join("\n")}\n</ul>`,
    ),
    ...(left > 0 ? [paragraph(link(more, base))] : []),
    paragraph(`${escaped(why)} ${link(choice, choose)}.`),
  ].join("\n");
  return {
    subject: `${counted(notices.length)} in Galley`,
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="en">\n<body>\n${html}\n</body>\n</html>\n`,
    choose,
  };
}

function counted(count: number): string {
  return count === 1 ? "1 notice" : `${count} notices`;
}

function sentence({ topic, actor, count }: LetterNotice): string {
  // What was found about the words stays in the house.
  const said: SaidNotice = { topic, actor, count, finding: null };
  return sentenceOf(said);
}

function paragraph(html: string): string {
  return `<p dir="auto">${html}</p>`;
}

function link(words: string, href: string): string {
  return `<a href="${escaped(href)}">${escaped(words)}</a>`;
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
