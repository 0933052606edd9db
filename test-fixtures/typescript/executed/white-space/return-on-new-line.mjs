import * as fs from 'node:fs';

export const read = async (path) => {
  if (path)
    return (
      // the text
      fs.readFileSync(path, 'utf8').length
    );
  else throw fs.readFileSync(path);
};
