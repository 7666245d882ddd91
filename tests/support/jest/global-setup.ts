/**
 * Before the WordPress tests: packs the plugin, makes the template once instead of in every worker, and
 * starts the one database server that all of them use.
 */
import { shareMariaDb } from '../worlds/native/mariadb';
import { ZIP_FILE } from '../worlds/paths';
import { findSources } from '../worlds/sources';
import { templateFor } from '../worlds/template';
import { describeWorld, openEngine } from '../worlds/world';
import { pluginFiles } from '../zip/contents';
import { writeZip } from '../zip/write';
import { state } from './state';

export default async function globalSetup(): Promise< void > {
	if ( process.env[ 'TEST_WORLD' ] === 'native' ) {
		state.server = await shareMariaDb();
	}
	// `npm run build` makes the admin screen's files; all others are packed from the sources now.
	writeZip( ZIP_FILE, pluginFiles() );
	const sources = findSources();
	const engine = await openEngine();
	state.words = `Testing on ${ describeWorld( engine, sources ).words }.`;
	console.log( `\n${ state.words }` );
	await templateFor( engine, sources );
	await engine.stop();
}
