/** Apart from the front end, which loads the compiler. */

/** With the dot, lower case. */
export const TYPESCRIPT_EXTENSIONS: readonly string[] = [".js", ".cjs", ".mjs", ".jsx", ".ts", ".cts", ".mts", ".tsx"];
