export const register = (...list) => list;
