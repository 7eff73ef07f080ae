/** The demo newsroom, its people and its desks. */
import type { FourEyes } from "~/core/newsroom";
import type { DeskKind, Role } from "~/core/policy";

/** Names a desk within the newsroom. */
export type DeskKey = "city" | "politics" | "long-reads";
/** In the demo each role is held by one person, who goes by it. */
export type PersonKey = Extract<
  Role,
  "reporter" | "copy-editor" | "checker" | "standards" | "managing-editor" | "admin"
>;

/** A member of the newsroom. */
export interface SeedPerson {
  readonly key: PersonKey;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Exclude<Role, "system">[];
  /** The desks that the person works on, or all of them. */
  readonly desks: readonly DeskKey[] | "all";
  /** Whether the start prints this account as one to sign in with. */
  readonly isDemoAccount: boolean;
}

/** The newsroom, on the full desk of seven roles, with four eyes required. */
export const newsroom: {
  readonly slug: string;
  readonly name: string;
  readonly deskKind: DeskKind;
  readonly fourEyes: FourEyes;
} = {
  slug: "harbour-courier",
  name: "The Harbour Courier",
  deskKind: "full",
  fourEyes: "required",
};

/** The newsroom's desks, in the order in which it names them. */
export const desks: readonly { readonly key: DeskKey; readonly name: string }[] = [
  { key: "city", name: "City" },
  { key: "politics", name: "Politics" },
  { key: "long-reads", name: "Long Reads" },
];

/** Everyone who works there; passwords are no business of this file. */
export const people: readonly SeedPerson[] = [
  {
    key: "reporter",
    name: "Nora Falk",
    email: "nora.falk@courier.example",
    roles: ["reporter"],
    desks: ["city", "politics", "long-reads"],
    isDemoAccount: true,
  },
  {
    key: "copy-editor",
    name: "Samir Qasem",
    email: "samir.qasem@courier.example",
    roles: ["copy-editor"],
    desks: ["city", "politics", "long-reads"],
    isDemoAccount: true,
  },
  {
    key: "checker",
    name: "Ines Okoro",
    email: "ines.okoro@courier.example",
    roles: ["checker"],
    desks: ["city", "politics", "long-reads"],
    isDemoAccount: true,
  },
  {
    key: "managing-editor",
    name: "Tomas Brandvold",
    email: "tomas.brandvold@courier.example",
    roles: ["managing-editor"],
    desks: "all",
    isDemoAccount: true,
  },
  {
    key: "admin",
    name: "Robin Ekdal",
    email: "robin.ekdal@courier.example",
    roles: ["admin"],
    desks: "all",
    isDemoAccount: true,
  },
  {
    key: "standards",
    name: "Judith Amsel",
    email: "judith.amsel@courier.example",
    roles: ["standards"],
    desks: "all",
    isDemoAccount: false,
  },
];
