import fse from 'fs-extra';
import bcrypt from 'bcrypt';
import { $ } from 'execa';
import which from 'which';

export async function install(password) {
  const settings = await fse.readJson('settings.json');
  if (await fse.pathExists('modules')) await fse.emptyDir('modules');
  const { stdout } = await $`npm ${settings.command}`;
  return [await bcrypt.hash(password, 12), stdout, await which('npm')];
}
