import * as fs from 'node:fs';
export { fs };
