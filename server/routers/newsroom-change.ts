import { z } from "zod";

import type { NewsroomId } from "~/core/ids";
import { CommandId } from "~/core/shapes/ids";
import type { NewsroomCommand } from "~/core/newsroom";
import { Slug } from "~/core/shapes/newsroom";
import type { Performer } from "~/server/execute";
import { executeInNewsroom } from "~/server/execute-newsroom";

/** The input of a procedure that carries out one kind of command on a newsroom. */
export function asksFor<Command extends z.ZodType<NewsroomCommand>>(command: Command) {
  return z.strictObject({ newsroom: Slug, commandId: CommandId, command });
}

/** Carries the command out; there is nothing to answer but that it was done. */
export async function change({
  ctx,
  input,
}: {
  ctx: { performer: Performer; newsroomId: NewsroomId };
  input: { commandId: CommandId; command: NewsroomCommand };
}): Promise<void> {
  await executeInNewsroom(ctx.performer, ctx.newsroomId, input.commandId, input.command);
}
