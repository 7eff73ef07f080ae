import type { useTRPCClient } from "~/app/_lib/trpc";
import { refusalOf } from "~/app/_lib/refusal";
import type { Message } from "./messages";
import type { LeadCalls, Surroundings } from "./surroundings";

type Client = ReturnType<typeof useTRPCClient>;

/**
 * The browser as a tab needs it. The tabs of one person share; another one's, of before a change of who is
 * signed in, keep to themselves.
 */
export function thisBrowser(client: Client, { tab, person }: { tab: string; person: string }): Surroundings {
  const channel = new BroadcastChannel(`galley-live ${person}`);
  const presence = new Presence(nameOf(tab));
  return {
    open({ articles, newsrooms }, listener) {
      let isOver = false;
      const once = (end: () => void) => {
        if (isOver) return;
        isOver = true;
        subscription.unsubscribe();
        end();
      };
      const subscription = client.live.subscribe(
        { articles: Object.fromEntries(articles), newsrooms: [...newsrooms] },
        {
          onData({ data }) {
            if (!isOver) listener.heard(data);
          },
          onConnectionStateChange({ state, error }) {
            if (isOver) return;
            if (state === "pending") listener.connected();
            // The browser would come back by itself, every one at the same moment; ours come back by chance.
            if (error) once(() => listener.ended(null));
          },
          onError: (error) => once(() => listener.ended(refusalOf(error))),
          onComplete: () => once(() => listener.ended(null)),
        },
      );
      return () => {
        isOver = true;
        subscription.unsubscribe();
      };
    },
    post: (message) => presence.once(() => channel.postMessage(message)),
    onMessage(heard) {
      const listener = ({ data }: MessageEvent<Message>) => heard(data);
      channel.addEventListener("message", listener);
      return () => {
        presence.end();
        channel.close();
      };
    },
    lead: "locks" in navigator ? byLock(`galley-lead ${person}`) : whileVisible,
    whenGone(other, gone) {
      if ("locks" in navigator && other !== tab) void navigator.locks.request(nameOf(other), gone);
    },
    isVisible: () => document.visibilityState === "visible",
    onWake(woken) {
      const seen = () => {
        if (document.visibilityState === "visible") woken();
      };
      document.addEventListener("visibilitychange", seen);
      addEventListener("online", seen);
      return () => {
        document.removeEventListener("visibilitychange", seen);
        removeEventListener("online", seen);
      };
    },
    random: () => Math.random(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/**
 * A lock that is held for as long as the tab is there, so that others learn when it is not. It says nothing before it
 * has the lock: whoever asked for that one meanwhile would believe it gone.
 */
class Presence {
  readonly #held: Promise<void>;
  #isOver = false;
  #letGo = () => {};

  constructor(name: string) {
    this.#held = new Promise((begin) => {
      if (!("locks" in navigator)) begin();
      else
        void navigator.locks.request(name, () => {
          begin();
          return this.#isOver ? undefined : new Promise<void>((end) => (this.#letGo = end));
        });
    });
  }

  /** Runs once the lock is held, and in the order asked; not after the end. */
  once(run: () => void): void {
    void this.#held.then(() => {
      if (!this.#isOver) run();
    });
  }

  end(): void {
    this.#isOver = true;
    this.#letGo();
  }
}

function nameOf(tab: string): string {
  return `galley-tab ${tab}`;
}

/**
 * Whoever holds the lock leads. The browser hands it on when a tab is closed, or dies. A tab may take the lock away
 * from itself: it then leads by its later request, and the earlier one's loss is none.
 */
function byLock(name: string): Surroundings["lead"] {
  let holder: symbol | null = null;
  return (how, { lead, lost }) => {
    const own = Symbol(how);
    let isOver = false;
    let letGo = () => {};
    const stop = new AbortController();
    const hold = () => {
      if (isOver) return undefined;
      holder = own;
      lead();
      return new Promise<void>((resolve) => (letGo = resolve));
    };
    const request = async () => {
      const options = how === "at once" ? { steal: true } : { signal: stop.signal };
      try {
        await navigator.locks.request(name, options, hold);
      } catch (error) {
        // Taken away, or called off.
        if (!(error instanceof DOMException) || error.name !== "AbortError") throw error;
        if (isOver) return;
        if (holder === own) {
          holder = null;
          lost();
        }
        if (how === "in turn") await request();
      }
    };
    void request();
    return () => {
      isOver = true;
      stop.abort();
      letGo();
    };
  };
}

/** Where there are no locks (plain http on another machine), each tab that is in view has a stream of its own. */
function whileVisible(how: "in turn" | "at once", { lead, lost }: LeadCalls): () => void {
  if (how === "at once") return () => undefined;
  const look = () => (document.visibilityState === "visible" ? lead() : lost());
  document.addEventListener("visibilitychange", look);
  look();
  return () => document.removeEventListener("visibilitychange", look);
}
