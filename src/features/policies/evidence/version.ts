/** Raised whenever the same rows could give other figures; published with every result. */
export const METHOD_VERSION = 2;
