import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import type { Setting } from "~/core/newsroom";
import { useChange } from "./use-change";

/** Changes a setting of the newsroom; `sentence` says why it was refused. */
export function useSetting(newsroom: string) {
  const api = useTRPC();
  const { send, isBusy, refusal } = useChange(newsroom, api.newsroom.change.mutationOptions());
  return {
    isBusy,
    sentence: refusal?.sentence,
    change: (name: Setting, from: string, to: string) =>
      send({ type: "changeSetting", name, from, to }, () =>
        showToast({ title: words.settings.newsroom.saved }),
      ),
  };
}
