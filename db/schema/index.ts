/** All tables, a file for each aggregate. */
export * from "./articles";
export * from "./files";
export * from "./log";
export * from "./newsrooms";
export * from "./notices";
export * from "./people";
export * from "./threads";
export * from "./views";
