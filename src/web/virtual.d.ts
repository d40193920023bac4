declare module "virtual:operations" {
  /** Dotted operation name → its HTTP method and its path below /api, with {braces} for what the input fills in. */
  const operations: Readonly<Record<string, readonly [method: string, path: string]>>;
  export default operations;
}

/** The same of one room that the first page asks nothing of. */
declare module "virtual:operations/*" {
  export { default } from "virtual:operations";
}
