export const text = (path: string) => path;
