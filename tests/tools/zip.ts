/**
 * `npm run zip`: packs the build of the admin screen and the plugin's PHP files.
 */
import { ZIP_FILE } from '../support/worlds/paths';
import { pluginFiles } from '../support/zip/contents';
import { writeZip } from '../support/zip/write';

const files = pluginFiles();
const size = writeZip( ZIP_FILE, files );
console.log( `${ ZIP_FILE }: ${ files.size } files, ${ size } bytes` );
