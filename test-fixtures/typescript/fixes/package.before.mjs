import fse, { readJsonSync } from 'fs-extra';
import bcrypt from 'bcrypt';
import { $ } from 'execa';
import which from 'which';

export async function install(password) {
  const settings = readJsonSync('settings.json');
  if (fse.pathExistsSync('modules')) fse.emptyDirSync('modules');
  const { stdout } = $.sync`npm ${settings.command}`;
  return [bcrypt.hashSync(password, 12), stdout, which.sync('npm')];
}
