/** What a sentence is filled with: numbers and dates are written in the reader's language. */
type Filling = Readonly<Record<string, string | number | Date>>;

/**
 * The sentences of a `*.messages.json`, as functions: `const m = messages(catalogue); m.due({ count: 3 })`.
 * They are compiled when the web is built (web/build/messages.ts), so that here only the type changes.
 */
export function messages<Catalogue extends Readonly<Record<string, string>>>(catalogue: Catalogue) {
  return catalogue as unknown as { readonly [Key in keyof Catalogue]: (filling?: Filling) => string };
}
