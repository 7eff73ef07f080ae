/** The demo newsrooms, their people and their desks. */
import type { FourEyes } from "~/core/newsroom";
import type { DeskKind, Role } from "~/core/policy";

/** Names a desk within the newsroom. */
export type DeskKey = "city" | "politics" | "long-reads";
/** In each demo newsroom a role is held by one person, who goes by it. */
export type PersonKey = Extract<
  Role,
  "reporter" | "copy-editor" | "checker" | "standards" | "managing-editor" | "editor" | "admin"
>;

/** How a newsroom is set up when it is founded. */
export interface NewsroomFacts {
  readonly slug: string;
  readonly name: string;
  readonly deskKind: DeskKind;
  readonly fourEyes: FourEyes;
}

/** A desk, in the order in which its newsroom names them. */
export interface SeedDesk {
  readonly key: DeskKey;
  readonly name: string;
}

/** A member of a newsroom. */
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

/** The large newsroom, on the full desk of seven roles, with four eyes required. */
export const courierFacts: NewsroomFacts = {
  slug: "harbour-courier",
  name: "The Harbour Courier",
  deskKind: "full",
  fourEyes: "required",
};

/** Its desks. */
export const courierDesks: readonly SeedDesk[] = [
  { key: "city", name: "City" },
  { key: "politics", name: "Politics" },
  { key: "long-reads", name: "Long Reads" },
];

/** Everyone who works at the Courier; passwords are no business of this file. */
export const courierPeople: readonly SeedPerson[] = [
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

/** A small desk of two, where the editor is administrator too; four eyes are required there all the same. */
export const ferryPostFacts: NewsroomFacts = {
  slug: "ferry-post",
  name: "The Ferry Post",
  deskKind: "small",
  fourEyes: "required",
};

/** Everyone who works at the Ferry Post. */
export const ferryPostPeople: readonly SeedPerson[] = [
  {
    key: "reporter",
    name: "Mara Tully",
    email: "mara.tully@ferrypost.example",
    roles: ["reporter"],
    desks: "all",
    isDemoAccount: true,
  },
  {
    key: "editor",
    name: "Owen Strand",
    email: "owen.strand@ferrypost.example",
    roles: ["editor", "admin"],
    desks: "all",
    isDemoAccount: true,
  },
];
