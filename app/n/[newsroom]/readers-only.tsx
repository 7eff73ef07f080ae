import { ErrorNote } from "~/app/_ui/error-note";
import { type Actor, reachOf } from "~/core/policy";
import { ask } from "~/server/caller";

/** Who looks at a page of the newsroom. */
interface Reader {
  readonly actor: Actor;
  readonly name: string;
  /** Whether they read the text of any article there. */
  readonly mayRead: boolean;
}

export async function readerIn(newsroom: string): Promise<Reader> {
  const me = await ask((api) => api.account.me());
  const roles = me.newsrooms.find(({ slug }) => slug === newsroom)?.roles ?? [];
  const actor = { id: me.person, roles };
  return { actor, name: me.name, mayRead: reachOf(actor, "read text") !== null };
}

/** A page in place of one that is about texts, for somebody who reads none. */
export function ReadersOnly({ title, says }: { title: string; says: string }) {
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <h1 className="text-2xl font-semibold">{title}</h1>
      <ErrorNote happened={says} />
    </div>
  );
}
