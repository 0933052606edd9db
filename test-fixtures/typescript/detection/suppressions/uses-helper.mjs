import { load } from './file-helper.mjs';

export const main = async () => load('settings.json');
