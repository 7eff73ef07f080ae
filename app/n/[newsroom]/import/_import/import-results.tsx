import * as words from "~/app/_lib/words";
import { Link } from "~/app/_ui/link";
import { Table, Td, Th } from "~/app/_ui/table";
import type { ImportedArticle } from "~/server/imports/import-file";

/** A row for each article of the file. */
export function ImportResults({ articles }: { articles: readonly ImportedArticle[] }) {
  if (articles.length === 0) return <p role="status">{words.imports.none}</p>;
  const countOf = (status: ImportedArticle["status"]) =>
    articles.filter((one) => one.status === status).length;
  return (
    <div className="flex flex-col gap-2">
      <p role="status">{words.imports.summary(countOf("added"), countOf("here"), countOf("refused"))}</p>
      <Table caption={words.imports.results}>
        <thead>
          <tr>
            <Th>{words.imports.article}</Th>
            <Th>{words.imports.result}</Th>
            <Th numbers>{words.imports.tags}</Th>
          </tr>
        </thead>
        <tbody>
          {articles.map((article, place) => (
            <tr key={place}>
              <Td>
                <Title article={article} />
                <Told article={article} />
              </Td>
              <Td className="whitespace-nowrap">{words.imports[article.status]}</Td>
              <Td numbers>{article.status === "added" ? article.tags : ""}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Title({ article: { article, title } }: { article: ImportedArticle }) {
  const label = title ?? words.imports.untitled;
  return (
    <p dir="auto" className="font-medium">
      {article === null ? label : <Link href={`/articles/${article}`}>{label}</Link>}
    </p>
  );
}

/** What to know of the article, and of each tag that did not come in as it was. */
function Told({ article: { notes, problems, moreProblems } }: { article: ImportedArticle }) {
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="text-pretty text-muted">
          {note}
        </p>
      ))}
      {problems.length > 0 && (
        <details className="mt-1">
          <summary className="cursor-pointer">
            {words.imports.problems(problems.length + moreProblems)}
          </summary>
          <ul className="mt-1 flex flex-col gap-1.5">
            {problems.map(({ words: quoted, at, sentence, kept }, place) => (
              <li key={place}>
                <span dir="auto">“{quoted}”</span>
                <span className="text-muted">
                  {at && ` · ${words.imports.at(at.line, at.column)}`}
                  {` · ${kept ? words.imports.kept : words.imports.left}`}
                </span>
                <p className="text-muted">{sentence}</p>
              </li>
            ))}
          </ul>
          {moreProblems > 0 && <p className="text-muted">{words.imports.more(moreProblems)}</p>}
        </details>
      )}
    </>
  );
}
