import * as words from "~/app/_lib/words";
import { correctionsFeed } from "~/server/http/corrections-feed";

export const GET = correctionsFeed(words.corrections);

export const dynamic = "force-dynamic";
