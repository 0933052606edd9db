export const both = (path: string) => path.length;
