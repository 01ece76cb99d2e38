/** What tests use of `jsonld`, which has no types of its own. */
declare module "jsonld" {
  interface Options {
    documentLoader: (url: string) => Promise<{ document: unknown; documentUrl: string }>;
    /** An error for whatever has no meaning, instead of leaving it out. */
    safe: boolean;
  }
  const jsonld: { expand(document: unknown, options: Options): Promise<object[]> };
  export default jsonld;
}
