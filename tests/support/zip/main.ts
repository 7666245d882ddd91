/**
 * `npm run zip`: packs what `npm run build` and the repository hold.
 */
import { ZIP_FILE } from '../worlds/paths';
import { pluginFiles } from './contents';
import { writeZip } from './write';

const files = pluginFiles();
const size = writeZip( ZIP_FILE, files );
console.log( `${ ZIP_FILE }: ${ files.size } files, ${ size } bytes` );
