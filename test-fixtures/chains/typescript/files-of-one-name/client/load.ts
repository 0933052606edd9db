export const load = (path: string) => path.length;
