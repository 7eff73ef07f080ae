"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { useLayoutEffect, useState, type ReactNode } from "react";
import superjson from "superjson";

import type { AppRouter } from "~/server/routers";
import { Live } from "./live/live";
import { atRest } from "./on-demand";
import { belongTo, ownHeaders } from "./own-headers";
import { mayPass, refusalOf } from "./refusal";
import { againWhenSignedIn } from "./signed-out";

const SignInAgain = atRest(async () => (await import("./sign-in-again")).SignInAgain);
const LeftBehind = atRest(async () => (await import("./device/left-behind")).LeftBehind);

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/**
 * `useTRPC().articles.list.queryOptions(input)` for useQuery, `.mutationOptions()` for useMutation;
 * `useTRPCClient()` to call a procedure without a cache.
 */
export { useTRPC, useTRPCClient };

const http = { url: "/api/trpc", transformer: superjson, headers: ownHeaders } as const;

/** As the `trpc.context` of a mutation: it is sent by itself, and to the end although its page is left. */
export const OUTLIVES_PAGE = { outlivesPage: true } as const;

/** As the `trpc.context` of what nobody waits for: where the session has ended, it fails and asks for no password. */
export const IN_BACKGROUND = { inBackground: true } as const;

const client = createTRPCClient<AppRouter>({
  links: [
    againWhenSignedIn,
    splitLink({
      condition: ({ type }) => type === "subscription",
      true: httpSubscriptionLink({ url: "/api/trpc", transformer: superjson }),
      false: splitLink({
        condition: ({ context }) => context.outlivesPage === true,
        true: httpLink({ ...http, fetch: (url, options) => fetch(url, { ...options, keepalive: true }) }),
        // The server takes as many in a batch and no more.
        false: httpBatchLink({ ...http, maxItems: 20, maxURLLength: 2_000 }),
      }),
    }),
  ],
});

/** Tries again what may pass by itself, three times, after about 1, 2 and 4 seconds; a refusal stays one. */
function retry(failures: number, error: unknown): boolean {
  return failures < 3 && mayPass(refusalOf(error));
}

function retryDelay(failures: number): number {
  return 1000 * 2 ** failures * (0.75 + Math.random() / 2);
}

/**
 * What is known of the server's data, for one page. Mutations are tried again too, since each carries a key by
 * which the server knows it; one that does not says `retry: false`. A newsroom on this machine works
 * without a network, so that being offline stops nothing.
 */
function makeQueryClient(): QueryClient {
  const again = { retry, retryDelay, networkMode: "always" } as const;
  return new QueryClient({ defaultOptions: { queries: { ...again, staleTime: 10_000 }, mutations: again } });
}

/** Gives the pages the procedures and a cache of their answers. `email` is of whoever is signed in. */
export function Data({ email, children }: { email: string | undefined; children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  useLayoutEffect(() => {
    belongTo(email);
  }, [email]);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {email === undefined ? children : <Live person={email}>{children}</Live>}
        {email !== undefined && <SignInAgain email={email} />}
        {email !== undefined && <LeftBehind person={email} />}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
